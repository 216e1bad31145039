# Thư Ký. make run: mở chương trình · make test: kiểm tra tất cả · các lệnh khác ở dưới.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PY := .venv/bin/python
# What Qt links, what a window on X needs besides, the fonts that measure like those of the office.
LIBRARIES := libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 \
  libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 \
  fonts-liberation2 fonts-dejavu-core
# Debian's own Python keeps its library in a package apart, which the bundle needs.
LIBPYTHON = $(shell dpkg -S "$$(readlink -f $(PY))" 2>/dev/null | sed -n 's/^\(python3\.[0-9]*\)-minimal:.*/lib\1/p')
AS_ROOT := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)

# $(call packages,NAMES) installs the Debian packages that are missing, quietly; elsewhere it does nothing.
define packages
	@missing=""; for name in $(1); do \
	  dpkg-query -W -f '$${Status}' $$name 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$name"; \
	done; \
	if [ -n "$$missing" ] && command -v apt-get >/dev/null; then \
	  echo "Cài thư viện hệ thống:$$missing"; \
	  said=$$($(AS_ROOT) sh -c "apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	    apt-get install -y -qq --no-install-recommends $$missing" 2>&1 </dev/null) || { echo "$$said"; exit 1; }; \
	fi
endef

# Compiled sources are kept, whatever the shell says: without them each run compiles every test anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: setup run demo screens test soak bench bundle clean

setup: .venv/ready

.venv/ready: pyproject.toml
	$(call packages,$(LIBRARIES))
	@test -x $(PY) || $(PYTHON) -m venv .venv
	@echo "Cài thư viện Python vào .venv"
	@$(PY) -m pip install -q --disable-pip-version-check ".[test]"
	@touch $@

run: setup
	@if [ "$$(uname)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  $(PY) main.py --data out/mau --sample; \
	else \
	  echo "Máy này không có màn hình: dựng dữ liệu mẫu, văn bản và ảnh chụp vào thư mục out."; \
	  $(PY) main.py demo --out out; \
	fi

demo: setup
	@$(PY) main.py demo --out out

# Every screen at 125 %, from the data that the demo built.
screens: setup
	@test -f out/data/thuky.db || $(PY) main.py demo --out out
	@QT_QPA_PLATFORM=offscreen:configfile=resources/program/screen.json QT_SCALE_FACTOR=1.25 \
	  $(PY) -m gui.screens out/screens-125 out/data

test: setup
	@$(PY) -m ruff check -q .
	@$(PY) -m ruff format -q --check .
	@$(PY) -m mypy
	@$(PY) -m pytest -n auto --dist loadfile --no-loadscope-reorder

soak: setup
	@$(PY) -m pytest -n auto --dist loadfile --no-loadscope-reorder --hypothesis-profile=soak

bench: setup
	@$(PY) -m tests.bench

bundle: setup
	$(call packages,binutils $(LIBPYTHON))
	@$(PY) -m pip install -q --disable-pip-version-check ".[bundle]"
	@$(PY) -m PyInstaller --noconfirm --log-level ERROR build.spec
	@$(PY) -m tests.bundle dist/ThuKy

clean:
	@rm -rf build dist out .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
