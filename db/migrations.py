"""The frozen steps that bring any released file to today's schema."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rules.trouble import Refused

APPLICATION_ID = 0x54684B79  # "ThKy": marks the file as ours

SCHEMA_1 = """
CREATE TABLE setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, value TEXT NOT NULL);
CREATE TABLE unit_kind (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, level INTEGER NOT NULL);
CREATE TABLE unit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind_id INTEGER NOT NULL REFERENCES unit_kind(id),
  parent_id INTEGER REFERENCES unit(id) ON DELETE CASCADE,
  place_name TEXT NOT NULL DEFAULT '', members INTEGER CHECK (members >= 0),
  founded TEXT, closed TEXT, successor_id INTEGER REFERENCES unit(id) ON DELETE SET NULL,
  position INTEGER NOT NULL DEFAULT 0, phone TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
  outside INTEGER NOT NULL DEFAULT 0 CHECK (outside IN (0, 1)));
CREATE INDEX unit_parent ON unit(parent_id);
CREATE INDEX unit_successor ON unit(successor_id);
CREATE TABLE unit_name (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  unit_id INTEGER NOT NULL REFERENCES unit(id) ON DELETE CASCADE, since TEXT,
  organization TEXT NOT NULL, committee TEXT NOT NULL DEFAULT '', short TEXT NOT NULL DEFAULT '',
  symbol TEXT NOT NULL DEFAULT '', search_key TEXT NOT NULL);
CREATE UNIQUE INDEX unit_name_since ON unit_name(unit_id, coalesce(since, ''));
CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT, full_name TEXT NOT NULL,
  sort_key TEXT NOT NULL, search_key TEXT NOT NULL, sex TEXT NOT NULL DEFAULT '',
  birth_words TEXT, birth_earliest TEXT, birth_latest TEXT,
  ethnic_group TEXT NOT NULL DEFAULT '',
  admitted_words TEXT, admitted_earliest TEXT, admitted_latest TEXT,
  official_words TEXT, official_earliest TEXT, official_latest TEXT,
  education TEXT NOT NULL DEFAULT '', theory_level TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '', card_number TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '');
CREATE INDEX person_sort ON person(sort_key);
CREATE TABLE post (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE,
  short TEXT NOT NULL DEFAULT '', rank INTEGER NOT NULL, search_key TEXT NOT NULL DEFAULT '');
CREATE TABLE post_include (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  post_id INTEGER NOT NULL REFERENCES post(id) ON DELETE CASCADE,
  included_id INTEGER NOT NULL REFERENCES post(id) ON DELETE CASCADE,
  UNIQUE (post_id, included_id));
CREATE INDEX post_include_included ON post_include(included_id);
CREATE TABLE holding (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  post_id INTEGER NOT NULL REFERENCES post(id),
  unit_id INTEGER NOT NULL REFERENCES unit(id) ON DELETE CASCADE,
  since TEXT, until TEXT, note TEXT NOT NULL DEFAULT '');
CREATE INDEX holding_person ON holding(person_id);
CREATE INDEX holding_unit ON holding(unit_id);
CREATE INDEX holding_post ON holding(post_id);
CREATE TABLE audience (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL DEFAULT '');
CREATE TABLE audience_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  audience_id INTEGER NOT NULL REFERENCES audience(id) ON DELETE CASCADE,
  post_id INTEGER NOT NULL REFERENCES post(id),
  unit_kind_id INTEGER REFERENCES unit_kind(id),
  unit_id INTEGER REFERENCES unit(id) ON DELETE CASCADE);
CREATE INDEX audience_rule_audience ON audience_rule(audience_id);
CREATE INDEX audience_rule_unit ON audience_rule(unit_id);
CREATE TABLE audience_member (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  audience_id INTEGER NOT NULL REFERENCES audience(id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  UNIQUE (audience_id, person_id));
CREATE INDEX audience_member_person ON audience_member(person_id);
CREATE TABLE directive_type (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, code TEXT NOT NULL DEFAULT '',
  since TEXT, until TEXT, position INTEGER NOT NULL DEFAULT 0);
CREATE UNIQUE INDEX directive_type_name ON directive_type(name, coalesce(since, ''));
CREATE TABLE directive (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  type_id INTEGER NOT NULL REFERENCES directive_type(id),
  number INTEGER CHECK (number > 0),
  issuer_id INTEGER REFERENCES unit(id) ON DELETE SET NULL,
  organ TEXT NOT NULL DEFAULT '', issuer_code TEXT NOT NULL DEFAULT '',
  issued_words TEXT, issued_earliest TEXT, issued_latest TEXT,
  subject TEXT NOT NULL DEFAULT '', signer TEXT NOT NULL DEFAULT '',
  urgency TEXT NOT NULL DEFAULT '', secrecy TEXT NOT NULL DEFAULT '',
  direction TEXT NOT NULL DEFAULT 'in' CHECK (direction IN ('in', 'out')),
  arrival_number INTEGER CHECK (arrival_number > 0), arrival_date TEXT,
  sent_to TEXT NOT NULL DEFAULT '', copies INTEGER CHECK (copies >= 0), forwarded TEXT,
  file_number TEXT NOT NULL DEFAULT '', due TEXT, state TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '', search_key TEXT NOT NULL);
CREATE UNIQUE INDEX directive_identity
  ON directive(coalesce(issuer_id, 0), organ, issuer_code, type_id, number,
    coalesce(issued_earliest || issued_latest, issued_words, ''))
  WHERE number IS NOT NULL;
CREATE INDEX directive_type_id ON directive(type_id);
CREATE INDEX directive_issuer ON directive(issuer_id);
CREATE TABLE directive_link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  directive_id INTEGER NOT NULL REFERENCES directive(id) ON DELETE CASCADE,
  target_id INTEGER NOT NULL REFERENCES directive(id) ON DELETE CASCADE,
  relation TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0,
  UNIQUE (directive_id, target_id, relation), CHECK (directive_id <> target_id));
CREATE INDEX directive_link_target ON directive_link(target_id);
CREATE TABLE meeting_type (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, position INTEGER NOT NULL DEFAULT 0);
CREATE TABLE meeting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  type_id INTEGER NOT NULL REFERENCES meeting_type(id),
  ordinal TEXT NOT NULL DEFAULT '', title TEXT NOT NULL,
  organiser_id INTEGER REFERENCES unit(id) ON DELETE SET NULL,
  place TEXT NOT NULL DEFAULT '', day TEXT, part_of_day TEXT NOT NULL DEFAULT '',
  starts TEXT NOT NULL DEFAULT '', ends TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'draft', series TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '', search_key TEXT NOT NULL);
CREATE INDEX meeting_organiser ON meeting(organiser_id);
CREATE TABLE meeting_role (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id INTEGER NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  role TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0,
  UNIQUE (meeting_id, person_id, role));
CREATE INDEX meeting_role_person ON meeting_role(person_id);
CREATE TABLE meeting_audience (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id INTEGER NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  audience_id INTEGER NOT NULL REFERENCES audience(id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0, UNIQUE (meeting_id, audience_id));
CREATE INDEX meeting_audience_audience ON meeting_audience(audience_id);
CREATE TABLE agenda_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id INTEGER NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0, starts TEXT NOT NULL DEFAULT '',
  minutes INTEGER CHECK (minutes >= 0), title TEXT NOT NULL,
  presenter_id INTEGER REFERENCES person(id) ON DELETE SET NULL);
CREATE INDEX agenda_item_meeting ON agenda_item(meeting_id);
CREATE INDEX agenda_item_presenter ON agenda_item(presenter_id);
CREATE TABLE agenda_directive (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agenda_item_id INTEGER NOT NULL REFERENCES agenda_item(id) ON DELETE CASCADE,
  directive_id INTEGER NOT NULL REFERENCES directive(id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0, UNIQUE (agenda_item_id, directive_id));
CREATE INDEX agenda_directive_directive ON agenda_directive(directive_id);
CREATE TABLE invitation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id INTEGER NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  guest INTEGER NOT NULL DEFAULT 0 CHECK (guest IN (0, 1)),
  reply TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '',
  substitute_id INTEGER REFERENCES person(id) ON DELETE SET NULL,
  consent INTEGER NOT NULL DEFAULT 0 CHECK (consent IN (0, 1)),
  UNIQUE (meeting_id, person_id));
CREATE INDEX invitation_person ON invitation(person_id);
CREATE INDEX invitation_substitute ON invitation(substitute_id);
CREATE TABLE invitation_group (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  invitation_id INTEGER NOT NULL REFERENCES invitation(id) ON DELETE CASCADE,
  audience_id INTEGER NOT NULL REFERENCES audience(id) ON DELETE CASCADE,
  UNIQUE (invitation_id, audience_id));
CREATE INDEX invitation_group_audience ON invitation_group(audience_id);
CREATE TABLE attendance (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id INTEGER NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  state TEXT NOT NULL, came TEXT NOT NULL DEFAULT '', leaving TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '', UNIQUE (meeting_id, person_id));
CREATE INDEX attendance_person ON attendance(person_id);
CREATE TABLE speech (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id INTEGER NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  person_id INTEGER REFERENCES person(id) ON DELETE SET NULL,
  position INTEGER NOT NULL DEFAULT 0, content TEXT NOT NULL);
CREATE INDEX speech_meeting ON speech(meeting_id);
CREATE INDEX speech_person ON speech(person_id);
CREATE TABLE conclusion (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id INTEGER NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  speaker_id INTEGER REFERENCES person(id) ON DELETE SET NULL,
  position INTEGER NOT NULL DEFAULT 0, content TEXT NOT NULL);
CREATE INDEX conclusion_meeting ON conclusion(meeting_id);
CREATE INDEX conclusion_speaker ON conclusion(speaker_id);
CREATE TABLE conclusion_directive (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conclusion_id INTEGER NOT NULL REFERENCES conclusion(id) ON DELETE CASCADE,
  directive_id INTEGER NOT NULL REFERENCES directive(id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0, UNIQUE (conclusion_id, directive_id));
CREATE INDEX conclusion_directive_directive ON conclusion_directive(directive_id);
CREATE TABLE plan_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  directive_id INTEGER NOT NULL REFERENCES directive(id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0, phase TEXT NOT NULL DEFAULT '', content TEXT NOT NULL,
  lead_id INTEGER REFERENCES unit(id) ON DELETE SET NULL, lead_words TEXT NOT NULL DEFAULT '',
  time_words TEXT, time_earliest TEXT, time_latest TEXT,
  product TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '');
CREATE INDEX plan_item_directive ON plan_item(directive_id);
CREATE INDEX plan_item_lead ON plan_item(lead_id);
CREATE TABLE plan_item_unit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  plan_item_id INTEGER NOT NULL REFERENCES plan_item(id) ON DELETE CASCADE,
  unit_id INTEGER NOT NULL REFERENCES unit(id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0, UNIQUE (plan_item_id, unit_id));
CREATE INDEX plan_item_unit_unit ON plan_item_unit(unit_id);
CREATE TABLE task (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conclusion_id INTEGER REFERENCES conclusion(id) ON DELETE CASCADE,
  directive_id INTEGER REFERENCES directive(id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0, content TEXT NOT NULL,
  lead_id INTEGER REFERENCES unit(id) ON DELETE SET NULL, lead_words TEXT NOT NULL DEFAULT '',
  due_words TEXT, due_earliest TEXT, due_latest TEXT,
  product TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT 'open',
  CHECK ((conclusion_id IS NULL) <> (directive_id IS NULL)));
CREATE INDEX task_conclusion ON task(conclusion_id);
CREATE INDEX task_directive_id ON task(directive_id);
CREATE INDEX task_lead ON task(lead_id);
CREATE TABLE task_unit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES task(id) ON DELETE CASCADE,
  unit_id INTEGER NOT NULL REFERENCES unit(id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0, UNIQUE (task_id, unit_id));
CREATE INDEX task_unit_unit ON task_unit(unit_id);
CREATE TABLE task_directive (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES task(id) ON DELETE CASCADE,
  directive_id INTEGER NOT NULL REFERENCES directive(id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0, UNIQUE (task_id, directive_id));
CREATE INDEX task_directive_directive ON task_directive(directive_id);
CREATE TABLE paper (
  id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL,
  meeting_id INTEGER REFERENCES meeting(id) ON DELETE CASCADE,
  directive_id INTEGER REFERENCES directive(id) ON DELETE CASCADE,
  number INTEGER CHECK (number > 0), signed TEXT, place_name TEXT NOT NULL DEFAULT '',
  CHECK ((meeting_id IS NULL) <> (directive_id IS NULL)));
CREATE UNIQUE INDEX paper_of_meeting ON paper(meeting_id, kind) WHERE meeting_id IS NOT NULL;
CREATE UNIQUE INDEX paper_of_directive ON paper(directive_id, kind) WHERE directive_id IS NOT NULL;
CREATE TABLE paper_section (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  paper_id INTEGER NOT NULL REFERENCES paper(id) ON DELETE CASCADE,
  section TEXT NOT NULL, content TEXT NOT NULL, UNIQUE (paper_id, section));
CREATE TABLE signature (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  paper_id INTEGER NOT NULL REFERENCES paper(id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0, authority TEXT NOT NULL, post TEXT NOT NULL DEFAULT '',
  person_id INTEGER REFERENCES person(id) ON DELETE SET NULL);
CREATE INDEX signature_paper ON signature(paper_id);
CREATE INDEX signature_person ON signature(person_id);
CREATE TABLE recipient (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  paper_id INTEGER NOT NULL REFERENCES paper(id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0, content TEXT NOT NULL);
CREATE INDEX recipient_paper ON recipient(paper_id);
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'do' CHECK (kind IN ('do', 'undo', 'redo', 'restore')),
  of_id INTEGER REFERENCES change(id),
  made_at TEXT NOT NULL, account TEXT NOT NULL, person TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'dropped', 'fixed')));
CREATE INDEX change_undone ON change(state) WHERE state = 'undone';
CREATE TABLE journal (
  id INTEGER PRIMARY KEY AUTOINCREMENT, change_id INTEGER NOT NULL REFERENCES change(id),
  tab TEXT NOT NULL, row_id INTEGER NOT NULL, before TEXT, after TEXT);
CREATE INDEX journal_change ON journal(change_id);
CREATE INDEX journal_row ON journal(tab, row_id);
CREATE TABLE open_change (id INTEGER PRIMARY KEY CHECK (id = 1), change_id INTEGER NOT NULL, writes_journal INTEGER NOT NULL);
"""


def first(connection: Any) -> None:
    """Everything the first release keeps."""
    for statement in SCHEMA_1.split(";\n"):
        if statement.strip():
            connection.execute(statement)


STEPS: tuple[Callable[[Any], None], ...] = (first,)


def version(connection: Any) -> int:
    """How many steps the file has behind it; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def bring_up(connection: Any) -> None:
    """Runs the steps the file lacks, all or none. Raises Refused for a file of a newer program.

    Triggers are gone afterwards (history.install puts today's in); older changes stay as history
    but can no longer be undone, since their images are of other columns.
    """
    done = version(connection)
    refuse_newer(done)
    if done == len(STEPS):
        return
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN EXCLUSIVE")
    try:
        _run(connection, done)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def refuse_newer(done: int) -> None:
    if done > len(STEPS):
        raise Refused(
            "Tệp dữ liệu này do một bản Thư Ký mới hơn tạo ra, bản này không mở được.",
            "Cài bản Thư Ký mới nhất rồi mở lại; dữ liệu vẫn còn nguyên.",
        )


def _run(connection: Any, done: int) -> None:
    triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in triggers:
        connection.execute(f'DROP TRIGGER "{name}"')
    for step in STEPS[done:]:
        step(connection)
    if done:
        connection.execute("UPDATE change SET state = 'fixed' WHERE state = 'done'")
        connection.execute("UPDATE change SET state = 'dropped' WHERE state = 'undone'")
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise Refused(
            "Tệp dữ liệu cũ có chỗ trỏ tới mục không còn nên chưa nâng cấp được; tệp vẫn như cũ.",
            "Phục hồi từ một bản sao lưu khác, hoặc nhờ người cài đặt giúp.",
        )
    connection.execute(f"PRAGMA user_version = {len(STEPS)}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
