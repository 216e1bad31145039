"""Programs of the machine that prove papers: LibreOffice, poppler's tools."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest


def run(*words: object) -> str:
    """What the program prints; where it is not installed the test is skipped, or fails if it may not be.

    THUKY_PAPER_TESTS=required says that it may not.
    """
    command = [str(word) for word in words]
    if shutil.which(command[0]) is None:
        missing = f"{command[0]} is not installed"
        if os.environ.get("THUKY_PAPER_TESTS") == "required":
            pytest.fail(missing)
        pytest.skip(missing)
    done = subprocess.run(command, check=True, capture_output=True, timeout=300)
    return done.stdout.decode("utf-8", errors="replace")
