"""The tables of the first release as SQLite is told them; frozen once it is released."""

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
CREATE TABLE term (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  unit_id INTEGER NOT NULL REFERENCES unit(id) ON DELETE CASCADE,
  ordinal TEXT NOT NULL DEFAULT '', name TEXT NOT NULL, since TEXT, until TEXT);
CREATE UNIQUE INDEX term_since ON term(unit_id, coalesce(since, ''));
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
  signed TEXT, place_name TEXT NOT NULL DEFAULT '',
  urgency TEXT NOT NULL DEFAULT '', circulation TEXT NOT NULL DEFAULT '', draft INTEGER CHECK (draft >= 0),
  drafter TEXT NOT NULL DEFAULT '', contact TEXT NOT NULL DEFAULT '', sheet TEXT NOT NULL DEFAULT 'A4',
  duplex INTEGER NOT NULL DEFAULT 0 CHECK (duplex IN (0, 1)), form TEXT NOT NULL DEFAULT '',
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
  person_id INTEGER REFERENCES person(id) ON DELETE SET NULL, name TEXT NOT NULL DEFAULT '');
CREATE INDEX signature_paper ON signature(paper_id);
CREATE INDEX signature_person ON signature(person_id);
CREATE TABLE recipient (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  paper_id INTEGER NOT NULL REFERENCES paper(id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0, content TEXT NOT NULL);
CREATE INDEX recipient_paper ON recipient(paper_id);
CREATE TABLE taken_number (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  state TEXT NOT NULL CHECK (state IN ('used', 'reserved', 'annulled')),
  number INTEGER NOT NULL CHECK (number > 0),
  unit_id INTEGER REFERENCES unit(id) ON DELETE SET NULL, symbol TEXT NOT NULL DEFAULT '',
  meeting_id INTEGER REFERENCES meeting(id) ON DELETE SET NULL,
  congress TEXT NOT NULL DEFAULT '', type_name TEXT NOT NULL DEFAULT '', type_code TEXT NOT NULL DEFAULT '',
  day TEXT NOT NULL, signed TEXT, subject TEXT NOT NULL DEFAULT '', signer TEXT NOT NULL DEFAULT '',
  sent_to TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '',
  paper_id INTEGER REFERENCES paper(id) ON DELETE SET NULL,
  directive_id INTEGER REFERENCES directive(id) ON DELETE SET NULL);
CREATE INDEX taken_number_unit ON taken_number(unit_id);
CREATE INDEX taken_number_meeting ON taken_number(meeting_id);
CREATE UNIQUE INDEX taken_number_paper ON taken_number(paper_id) WHERE paper_id IS NOT NULL;
CREATE UNIQUE INDEX taken_number_directive ON taken_number(directive_id) WHERE directive_id IS NOT NULL;
CREATE TABLE wording (
  id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, key TEXT NOT NULL, content TEXT NOT NULL,
  UNIQUE (kind, key));
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
CREATE TABLE produced (
  id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, record INTEGER, path TEXT NOT NULL,
  digest TEXT NOT NULL, form TEXT NOT NULL DEFAULT '', template TEXT NOT NULL DEFAULT '',
  facts TEXT NOT NULL, made_at TEXT NOT NULL);
CREATE INDEX produced_record ON produced(kind, record);
CREATE INDEX produced_path ON produced(path);
CREATE TABLE open_change (
  id INTEGER PRIMARY KEY CHECK (id = 1), change_id INTEGER NOT NULL, writes_journal INTEGER NOT NULL);
"""
