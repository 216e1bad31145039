from __future__ import annotations

import pytest

from db import facts, history, meetings, papers, people, settings, wordings
from rules import office
from rules import wordings as shipped
from rules.facts import Meeting
from rules.trouble import Refused
from tests.db import entries

pytestmark = pytest.mark.usefixtures("office")

KIND = "invitation"


def first() -> shipped.Sentence:
    return next(one for one in shipped.sentences(KIND) if one.key not in ("subject", "recipients", "signer"))


def test_own_words_come_back_and_travel_to_the_paper() -> None:
    wordings.save(KIND, {first().key: "Kính mời {{Thành phần}}.\nĐến  dự {{Tên hội nghị}}"})
    kept = {first().key: "Kính mời {{Thành phần}}.\nĐến dự {{Tên hội nghị}}"}
    assert wordings.of(KIND) == kept
    assert wordings.of("notice") == {}
    assert history.undo_label() == "Sửa câu chữ của giấy mời chung"
    found = facts.gather(KIND, entries.meeting())
    assert isinstance(found, Meeting)
    assert found.wording == kept


def test_the_shipped_words_typed_again_are_nobodys_own() -> None:
    wordings.save(KIND, {first().key: "Khác"})
    wordings.save(KIND, {first().key: f" {first().text} "})
    assert wordings.of(KIND) == {}
    count = len(history.recent())
    wordings.save(KIND, {first().key: first().text})
    assert len(history.recent()) == count


def test_a_sentence_may_be_left_out() -> None:
    wordings.save(KIND, {first().key: ""})
    assert wordings.of(KIND) == {first().key: ""}


def test_back_to_the_shipped_words_one_by_one_or_all() -> None:
    keys = [one.key for one in shipped.sentences(KIND)][:3]
    wordings.save(KIND, dict.fromkeys(keys, "Khác"))
    wordings.reset(KIND, keys[0])
    assert list(wordings.of(KIND)) == keys[1:]
    wordings.reset(KIND)
    assert wordings.of(KIND) == {}
    history.undo()
    assert list(wordings.of(KIND)) == keys[1:]


def test_an_unknown_field_is_refused_with_what_was_meant() -> None:
    with pytest.raises(Refused) as refused:
        wordings.save(KIND, {first().key: "Mời {{Ten hoi nghi}} tại {{Địa diem họp}}"})
    assert "{{Địa diem họp}}" in refused.value.what
    assert "{{Địa điểm}}" in refused.value.do
    with pytest.raises(Refused, match="ngoặc nhọn"):
        wordings.save(KIND, {first().key: "Mời {{Tên hội nghị}"})
    assert wordings.of(KIND) == {}


def test_a_sentence_nobody_knows_is_our_own_fault() -> None:
    with pytest.raises(KeyError, match="poem"):
        wordings.save(KIND, {"poem": "…"})


def test_own_recipients_and_signers_are_proposed() -> None:
    meeting = entries.meeting()
    usual = papers.get(KIND, meeting)
    assert usual["recipients"] == shipped.recipients(KIND)
    assert usual["signatures"][0][:2] == shipped.signer(KIND)
    wordings.save(
        KIND, {"recipients": "Như trên\nLưu Ban Tổ chức", "signer": "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ"}
    )
    own = papers.get(KIND, meeting)
    assert own["recipients"] == ("Như trên", "Lưu Ban Tổ chức")
    assert own["signatures"][0][:2] == ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ")
    papers.save(KIND, meeting, {"recipients": ["Như trên"]})
    assert papers.get(KIND, meeting)["recipients"] == ("Như trên",)


def test_a_state_office_begins_with_the_words_of_the_state() -> None:
    body = "Ủy ban nhân dân tỉnh Mẫu"
    settings.save_office({"organization": body, "committee": body, "family": office.STATE})
    closing = next(one for one in shipped.sentences(KIND, office.STATE) if one.key == "closing")
    assert "đại biểu" in closing.text
    wordings.save(KIND, {"closing": closing.text})
    assert wordings.of(KIND) == {}, "the shipped words are nobody's own"
    usual = papers.get(KIND, entries.meeting())
    assert usual["recipients"] == shipped.recipients(KIND, office.STATE)
    assert usual["signatures"][0][:2] == ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")
    plan = papers.get("plan", entries.directive(organ=""))
    assert plan["signatures"][0][:2] == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert plan["recipients"] == shipped.recipients("plan", office.STATE)


def test_people_are_addressed_as_the_family_of_the_office_does() -> None:
    keys = [people.save({"full_name": f"Lê {sex or 'Ai'}", "sex": sex}) for sex in ("nam", "nữ", "")]
    meeting = entries.meeting()
    meetings.set_roles(meeting, "chair", keys)
    for family, said in ((office.PARTY, ["đồng chí"] * 3), (office.STATE, ["ông", "bà", "ông (bà)"])):
        settings.put(office.FAMILY, family)
        known = facts.gather(KIND, meeting)
        assert isinstance(known, Meeting)
        assert [one.address for one in known.chairs] == said
