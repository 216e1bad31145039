"""Where the papers must be proved (THUKY_PAPER_TESTS=required), a skipped test is a failed one."""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and os.environ.get("THUKY_PAPER_TESTS") == "required":
        report.outcome = "failed"
        report.longrepr = f"skipped, but required here: {report.longrepr}"
    return report
