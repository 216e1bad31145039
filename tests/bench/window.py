"""A process that opens a window and ends, `bare` or `ours FOLDER`; with a TAB it prints its memory in MB."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6 import QtCore, QtGui, QtPrintSupport, QtSvg, QtWidgets  # noqa: F401 - what the real one imports


def bare() -> None:
    app = QtWidgets.QApplication([])
    window = QtWidgets.QMainWindow()
    window.show()
    app.processEvents()


def ours(folder: Path, tab: str) -> None:
    import main

    def loop(app: QtWidgets.QApplication) -> int:
        """In place of the event loop: all that is waiting, then the end."""
        app.processEvents()
        if tab:
            window = next(top for top in app.topLevelWidgets() if isinstance(top, QtWidgets.QMainWindow))
            window.page(tab)
            app.processEvents()
        return 0

    QtWidgets.QApplication.exec = loop
    status = main.main(["--data", str(folder)])
    if tab:
        import psutil

        print(psutil.Process().memory_info().rss / 1e6)
    sys.exit(status)


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        ours(Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "")
