"""The container of old Office files: streams by name in a file system of its own (MS-CFB)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

HEADER = 512
LAST_SECTOR = 0xFFFFFFFA  # numbers from here on are signs, not sectors
ENTRY = 128


class Compound:
    """Raises ValueError for what is no such container; chains that run in circles end."""

    def __init__(self, data: bytes) -> None:
        if len(data) < HEADER:
            raise ValueError("too short")
        self.data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift > shift:
            raise ValueError("odd sector size")
        self.size, self.mini_size = 1 << shift, 1 << mini_shift
        _, directory, _, self.cutoff, mini, _, difat, _ = struct.unpack_from("<8I", data, 44)
        self.fat = self._table(list(self._fat_sectors(difat)))
        entries = b"".join(self._chain(directory))
        self.streams: dict[str, tuple[int, int]] = {}
        self.root = (LAST_SECTOR, 0)
        for place in range(0, len(entries) - ENTRY + 1, ENTRY):
            self._entry(entries[place : place + ENTRY])
        self.mini_fat = self._table_of(b"".join(self._chain(mini)))
        self._mini = b"".join(self._chain(self.root[0]))

    def _entry(self, entry: bytes) -> None:
        length, kind = struct.unpack_from("<HB", entry, 64)
        start, size = struct.unpack_from("<II", entry, 116)
        name = entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        if kind == 5:
            self.root = (start, size)
        elif kind == 2:
            self.streams.setdefault(name.lower(), (start, size))

    def _sector(self, number: int) -> bytes:
        place = (number + 1) * self.size
        return self.data[place : place + self.size]

    def _fat_sectors(self, difat: int) -> Iterator[int]:
        yield from (one for one in struct.unpack_from("<109I", self.data, 76) if one < LAST_SECTOR)
        per, left = self.size // 4 - 1, len(self.data) // self.size
        while difat < LAST_SECTOR and left > 0:
            numbers = self._table_of(self._sector(difat))
            if len(numbers) <= per:
                return
            yield from (one for one in numbers[:per] if one < LAST_SECTOR)
            difat, left = numbers[per], left - 1

    def _table(self, sectors: list[int]) -> tuple[int, ...]:
        most = len(self.data) // self.size + 1
        return self._table_of(b"".join(self._sector(one) for one in sectors[:most]))

    @staticmethod
    def _table_of(data: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])

    def _chain(self, start: int) -> Iterator[bytes]:
        left = len(self.data) // self.size + 1
        while start < LAST_SECTOR and start < len(self.fat) and left > 0:
            yield self._sector(start)
            start, left = self.fat[start], left - 1

    def stream(self, name: str) -> bytes:
        """KeyError when there is none of that name."""
        start, size = self.streams[name.lower()]
        if size >= self.cutoff:
            return b"".join(self._chain(start))[:size]
        parts, left = [], len(self._mini) // self.mini_size + 1
        while start < len(self.mini_fat) and left > 0:
            parts.append(self._mini[start * self.mini_size : (start + 1) * self.mini_size])
            start, left = self.mini_fat[start], left - 1
        return b"".join(parts)[:size]
