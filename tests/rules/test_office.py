from __future__ import annotations

import pytest

from rules import office
from rules.fields import blank
from rules.office import Preset, usual_place
from rules.units import UNIT_KINDS

READY = {**blank(office.FIELDS), **office.PRESETS[0].values}


def test_the_first_preset_is_ready_to_save() -> None:
    assert office.problems(READY) == {}
    assert READY["spelling"] == "ủy"
    assert office.doubts(READY).keys() == {"place_name", "superior"}
    assert office.doubts({**READY, "place_name": "Mẫu", "superior": "Đảng bộ tỉnh Mẫu"}) == {}


@pytest.mark.parametrize("preset", office.PRESETS, ids=lambda preset: preset.name)
def test_presets_fit_the_form_and_a_kind_of_unit(preset: Preset) -> None:
    assert preset.values.keys() <= {field.name for field in office.FIELDS}
    assert preset.kind in dict(UNIT_KINDS)


def test_a_name_left_as_dots_is_refused() -> None:
    commune = {**blank(office.FIELDS), **office.PRESETS[-1].values}
    assert office.problems(commune).keys() == {"organization", "committee"}


def test_an_office_needs_its_names_and_symbol() -> None:
    assert office.problems(blank(office.FIELDS)).keys() == {"organization", "committee", "symbol"}


@pytest.mark.parametrize(
    ("superior", "place"),
    [
        ("Đảng bộ tỉnh Lâm Mẫu", "Lâm Mẫu"),
        ("Đảng bộ thành phố Hải Mẫu", "Hải Mẫu"),
        ("Đảng bộ thành phố Huế", "Thành phố Huế"),  # one syllable
        ("Đảng bộ thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),  # named after a person
        ("Đảng bộ tỉnh", ""),
        ("", ""),
    ],
)
def test_the_place_name_is_that_of_the_province_or_the_city(superior: str, place: str) -> None:
    assert usual_place(superior, "Đảng bộ các cơ quan Đảng tỉnh") == place
    assert usual_place(superior, "Đảng bộ xã Mẫu") == ""
