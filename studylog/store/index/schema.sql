-- The tables of the index.
--
-- What notes say is kept as they say it (`note` to `finding`), and gathered (`question`, `lecture`, `paper`), so
-- that a question is answered without reading other notes. Values are packed as JSON, texts are compressed.
-- An empty course is none: keys hold no NULL. Days are ISO. Notes are in the order of rank_day, path and file.

CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- A file under `notes/`, or the list of papers as number -1: what tells without opening it that it is what it was, and the hash of its content.
CREATE TABLE file (
    note INTEGER PRIMARY KEY, name BLOB UNIQUE NOT NULL,
    size INTEGER, modified INTEGER, changed INTEGER, inode INTEGER, sha256 TEXT NOT NULL);

-- A note as lists show it: `stem` is the page name it would like, `page` the one it has; `filed` is its letter
-- on the list of notes; `questions` are different ones, `asked` all that stand in it, `papers` are those that
-- were presented; `summary` is what else lists of notes ask for (`Summary`), `value` the whole `Note`.
CREATE TABLE note (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL, file BLOB NOT NULL, rank_day TEXT NOT NULL,
    folder TEXT NOT NULL, stem TEXT NOT NULL, page TEXT,
    kind TEXT NOT NULL, type TEXT, day TEXT, course TEXT NOT NULL, title TEXT NOT NULL, filed TEXT NOT NULL,
    questions INTEGER NOT NULL, asked INTEGER NOT NULL, papers INTEGER NOT NULL,
    summary TEXT NOT NULL, value TEXT NOT NULL);
CREATE INDEX note_path ON note (path, file);
CREATE INDEX note_page ON note (page);
CREATE INDEX note_wanted ON note (folder, stem, path, file);
CREATE INDEX note_day ON note (kind, rank_day, path, file);
-- All that a line of a list takes, so that lists of all notes pass over their long values.
CREATE INDEX note_list ON note (day, path, file, kind, type, course, title, asked, papers);
CREATE INDEX note_filed ON note (kind, filed, title COLLATE NOCASE, path, file);

-- The long texts of a note: its HTML (`Body`) and its words (`Prose`), compressed.
CREATE TABLE text (note INTEGER PRIMARY KEY, body BLOB NOT NULL, prose BLOB NOT NULL);

-- A question where it stands: `parent` is the id of the one it belongs under, `heading` its HTML on one line,
-- `value` the `NoteQuestion`.
CREATE TABLE asked (
    question TEXT NOT NULL, note INTEGER NOT NULL, seq INTEGER NOT NULL,
    parent TEXT, heading TEXT, value TEXT NOT NULL,
    PRIMARY KEY (question, note, seq)) WITHOUT ROWID;
CREATE INDEX asked_note ON asked (note, seq);

-- A paper, by its key, that a question is about where it stands.
CREATE TABLE about (
    paper TEXT NOT NULL, question TEXT NOT NULL, note INTEGER NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (paper, question, note, seq)) WITHOUT ROWID;
CREATE INDEX about_question ON about (question, paper);
CREATE INDEX about_note ON about (note);

-- A lecture that a note has a heading for, or names in its header.
CREATE TABLE mention (
    note INTEGER NOT NULL, seq INTEGER NOT NULL,
    course TEXT NOT NULL, number INTEGER NOT NULL, title TEXT, line INTEGER NOT NULL,
    PRIMARY KEY (note, seq)) WITHOUT ROWID;
CREATE INDEX mention_lecture ON mention (course, number);

-- A paper where a note has it (`NotePaper`), and the keys by which it is the same as that of another note.
CREATE TABLE shown (
    note INTEGER NOT NULL, seq INTEGER NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (note, seq)) WITHOUT ROWID;
CREATE TABLE shown_key (
    key TEXT NOT NULL, note INTEGER NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (key, note, seq)) WITHOUT ROWID;
CREATE INDEX shown_key_note ON shown_key (note);

-- A question where a note only refers to it, in what was carried over; `value` is the `Carried`.
CREATE TABLE carried (
    question TEXT NOT NULL, note INTEGER NOT NULL, seq INTEGER NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (question, note, seq)) WITHOUT ROWID;
CREATE INDEX carried_note ON carried (note, seq);

-- A promise: `question` is the id of the one that it is about, `deferring` when that has no answer beside it.
CREATE TABLE promise (
    note INTEGER NOT NULL, seq INTEGER NOT NULL, done INTEGER NOT NULL, due TEXT,
    id TEXT NOT NULL, text TEXT NOT NULL, people TEXT NOT NULL, line INTEGER NOT NULL,
    question TEXT, deferring INTEGER NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (note, seq)) WITHOUT ROWID;
CREATE INDEX promise_due ON promise (done, due);
CREATE INDEX promise_id ON promise (id);
CREATE INDEX promise_question ON promise (question) WHERE question IS NOT NULL;

-- The ids of promises that a note keeps: by a tick where they were carried to, or by naming them.
CREATE TABLE kept (promise TEXT NOT NULL, note INTEGER NOT NULL, PRIMARY KEY (promise, note)) WITHOUT ROWID;
CREATE INDEX kept_note ON kept (note);

-- Somebody at a meeting: `presence` is what is stated (present, absent), or seen by the text alone, for which
-- `evidence` says by what; unknown where others are named. People are named as on the roster, here and below.
CREATE TABLE attendance (
    note INTEGER NOT NULL, seq INTEGER NOT NULL, day TEXT NOT NULL, person TEXT NOT NULL,
    presence TEXT NOT NULL, evidence TEXT NOT NULL, moderator INTEGER NOT NULL,
    PRIMARY KEY (note, seq)) WITHOUT ROWID;
CREATE INDEX attendance_person ON attendance (person, day, presence, moderator);
CREATE INDEX attendance_day ON attendance (day, person);

-- Who asked or answered (`part`) which question in a note, and whose a promise of it is.
CREATE TABLE voice (
    note INTEGER NOT NULL, seq INTEGER NOT NULL, person TEXT NOT NULL, part TEXT NOT NULL,
    question TEXT NOT NULL, PRIMARY KEY (note, seq)) WITHOUT ROWID;
CREATE INDEX voice_person ON voice (person, part, question);
CREATE INDEX voice_question ON voice (question);
CREATE TABLE promiser (
    note INTEGER NOT NULL, seq INTEGER NOT NULL, person TEXT NOT NULL,
    PRIMARY KEY (note, seq, person)) WITHOUT ROWID;
CREATE INDEX promiser_person ON promiser (person);

-- A link to the web (`Link`).
CREATE TABLE weblink (
    note INTEGER NOT NULL, seq INTEGER NOT NULL, url TEXT NOT NULL, host TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (note, seq)) WITHOUT ROWID;
CREATE INDEX weblink_url ON weblink (url);
CREATE INDEX weblink_host ON weblink (host, url);

-- What a note refers to inside the notebook, of the kinds link, picture and wikilink: `target` is the path that
-- a link or picture means, or the folded name of a wikilink; NULL when it can mean nothing. `place` is the
-- folder of the note.
CREATE TABLE refers (
    note INTEGER NOT NULL, seq INTEGER NOT NULL, kind TEXT NOT NULL,
    written TEXT NOT NULL, line INTEGER NOT NULL, place TEXT NOT NULL, target TEXT,
    PRIMARY KEY (note, seq)) WITHOUT ROWID;
CREATE INDEX refers_target ON refers (kind, target);
CREATE INDEX refers_written ON refers (place, written);

-- The folded names by which wikilinks may call a note; of several notes, the first in order is meant.
CREATE TABLE name (key TEXT NOT NULL, note INTEGER NOT NULL, PRIMARY KEY (key, note)) WITHOUT ROWID;
CREATE INDEX name_note ON name (note);

-- A title, a question or a promise of a note that has formulas, and the `line` to be read in its place.
CREATE TABLE in_line (text TEXT NOT NULL, note INTEGER NOT NULL, line TEXT NOT NULL, PRIMARY KEY (text, note)) WITHOUT ROWID;
CREATE INDEX in_line_note ON in_line (note);

-- What is doubtful in a note; `value` is the whole `Finding`.
CREATE TABLE finding (
    note INTEGER NOT NULL, seq INTEGER NOT NULL, severity TEXT NOT NULL, code TEXT NOT NULL,
    path TEXT NOT NULL, line INTEGER NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (note, seq)) WITHOUT ROWID;
CREATE INDEX finding_code ON finding (severity, code);

-- A question of the notebook: `own` is its state without that of its parts; the order of all questions is that
-- of course_rank, course_name, lecture_rank, first_day, first_path and first_line. `course` is empty for none.
-- `people` are the names of all who asked or answered, packed; `value` is the whole `Question`.
CREATE TABLE question (
    id TEXT PRIMARY KEY, short TEXT, state TEXT NOT NULL, own TEXT NOT NULL, kind TEXT NOT NULL,
    confidence TEXT NOT NULL, text TEXT NOT NULL, people TEXT NOT NULL,
    course TEXT NOT NULL, lecture INTEGER, asked_by TEXT, addressee TEXT, parent TEXT, duplicate_of TEXT,
    asked_on TEXT, answered_on TEXT,
    course_rank INTEGER NOT NULL, course_name TEXT NOT NULL, lecture_rank INTEGER NOT NULL,
    first_day TEXT NOT NULL, first_path TEXT NOT NULL, first_line INTEGER NOT NULL,
    heading TEXT, value TEXT NOT NULL) WITHOUT ROWID;
-- The order of all questions, with all that a line of their list takes.
CREATE INDEX question_rank ON question (
    course_rank, course_name, lecture_rank, first_day, first_path, first_line, id,
    short, state, confidence, course, lecture, text, addressee, asked_on, people);
CREATE INDEX question_lecture ON question (course, lecture, first_day, first_path, first_line);
CREATE INDEX question_standing ON question (course, lecture, state);
CREATE INDEX question_text ON question (text);
CREATE INDEX question_state ON question (state, asked_on);
CREATE INDEX question_asked ON question (asked_on, state);
CREATE INDEX question_answered ON question (answered_on);
CREATE INDEX question_first ON question (first_day);
CREATE INDEX question_parent ON question (parent) WHERE parent IS NOT NULL;
CREATE INDEX question_original ON question (duplicate_of) WHERE duplicate_of IS NOT NULL;

-- A lecture; all of them are in the order of course_rank, course_name and number.
CREATE TABLE lecture (
    course TEXT NOT NULL, number INTEGER NOT NULL, course_rank INTEGER NOT NULL, course_name TEXT NOT NULL,
    page TEXT, title TEXT, value TEXT NOT NULL,
    PRIMARY KEY (course, number)) WITHOUT ROWID;
CREATE INDEX lecture_rank ON lecture (course_rank, course_name, number);
CREATE INDEX lecture_page ON lecture (page);

-- A paper: `presented` or `planned` or neither, `day` that of its last presentation, else of the plan, `missing`
-- when it was presented and none of its slides can be opened, `another` when somebody else presented it than was
-- planned, `guessed` when some of its names were matched by guess. All papers are in the order of rank_day and title.
-- What lines of lists have besides: `evidence` for the presenter, the plan, the days of presentations and the states
-- of slides between blanks; other names, and those that are guesses, packed.
CREATE TABLE paper (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, presented INTEGER NOT NULL, planned INTEGER NOT NULL, day TEXT,
    missing INTEGER NOT NULL, another INTEGER NOT NULL, guessed INTEGER NOT NULL,
    rank_day TEXT NOT NULL, presenter TEXT, evidence TEXT, year INTEGER,
    planned_on TEXT, planned_by TEXT NOT NULL, planned_at TEXT NOT NULL,
    presented_on TEXT NOT NULL, slides TEXT NOT NULL, aliases TEXT NOT NULL, guesses TEXT NOT NULL,
    value TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX paper_day ON paper (presented, planned, missing, another, day, title);
CREATE INDEX paper_dated ON paper (day, title);
CREATE INDEX paper_missing ON paper (day, title) WHERE missing = 1;
CREATE INDEX paper_guessed ON paper (rank_day, title) WHERE guessed = 1;
CREATE INDEX paper_rank ON paper (rank_day, title);

-- The keys under which a paper was gathered, and the notes in which it was presented.
CREATE TABLE paper_key (key TEXT NOT NULL, paper TEXT NOT NULL, PRIMARY KEY (key, paper)) WITHOUT ROWID;
CREATE INDEX paper_key_paper ON paper_key (paper);
CREATE TABLE paper_note (
    note INTEGER NOT NULL, paper TEXT NOT NULL, PRIMARY KEY (note, paper)) WITHOUT ROWID;
CREATE INDEX paper_note_paper ON paper_note (paper);

-- The slides of a paper (`Slides`); those that are files of the notebook have a content.
CREATE TABLE paper_slides (
    paper TEXT NOT NULL, seq INTEGER NOT NULL, url TEXT, path TEXT, sha256 TEXT, status TEXT NOT NULL, found_at TEXT,
    PRIMARY KEY (paper, seq)) WITHOUT ROWID;
CREATE INDEX paper_slides_content ON paper_slides (sha256) WHERE sha256 IS NOT NULL;

-- Who presents a paper, or did (`presented`), and how that is known (`Evidence`).
CREATE TABLE presenter (
    paper TEXT NOT NULL, person TEXT NOT NULL, evidence TEXT NOT NULL, presented INTEGER NOT NULL,
    PRIMARY KEY (paper, person)) WITHOUT ROWID;
CREATE INDEX presenter_person ON presenter (person, presented, evidence, paper);

-- The files of the notebook that references mean, by the folder of the note and what it writes; what tells that
-- a file is what it was; `ending` is that of its name. A `path` of NULL is a file that is not there.
CREATE TABLE attached (
    place TEXT NOT NULL, written TEXT NOT NULL, path TEXT, file BLOB,
    size INTEGER, modified INTEGER, changed INTEGER, sha256 TEXT, ending TEXT,
    PRIMARY KEY (place, written)) WITHOUT ROWID;
CREATE INDEX attached_path ON attached (path);
CREATE INDEX attached_content ON attached (ending, sha256);

-- What is in the files that notes mean, by their content: looked up when a site is built, when the notebook is
-- checked, and when it is searched. `picture` is how a site shows a picture (`Dressed`); `deck` has the pages of
-- a PDF (`Deck`).
CREATE TABLE picture (sha256 TEXT PRIMARY KEY, trouble TEXT NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE deck (sha256 TEXT PRIMARY KEY, trouble TEXT NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;

-- Slides that notes and the list of papers link to under the title of a paper. `repository` is `owner/name` in lower case, empty for what
-- means a file of the notebook, NULL for the rest of the web and of the disk; `place` is the folder of the note,
-- empty for the web.
CREATE TABLE slides_link (
    note INTEGER NOT NULL, seq INTEGER NOT NULL, line INTEGER NOT NULL, repository TEXT,
    place TEXT NOT NULL, written TEXT NOT NULL, title TEXT NOT NULL,
    PRIMARY KEY (note, seq)) WITHOUT ROWID;
CREATE INDEX slides_link_written ON slides_link (place, written, title);

-- Where slides are that may not be where a link says (`Located`): those of repositories with a clone, and those of
-- the notebook that are not there.
CREATE TABLE located (
    place TEXT NOT NULL, written TEXT NOT NULL, title TEXT NOT NULL,
    status TEXT NOT NULL, found_at TEXT, path TEXT, file BLOB, sha256 TEXT,
    PRIMARY KEY (place, written, title)) WITHOUT ROWID;
CREATE INDEX located_path ON located (path) WHERE path IS NOT NULL;

-- All files that notes mean, wherever they were found, once for each place in a note.
CREATE VIEW meant AS
    SELECT attached.path, attached.file, attached.sha256, attached.ending,
        refers.note, refers.seq, refers.kind, refers.line, refers.written
    FROM attached JOIN refers ON refers.place = attached.place AND refers.written = attached.written
    WHERE attached.path IS NOT NULL AND refers.kind <> 'wikilink'
    UNION ALL
    SELECT located.path, located.file, located.sha256, iif(located.path LIKE '%.pdf', 'pdf', 'other'),
        slides_link.note, slides_link.seq, 'link', slides_link.line, slides_link.written
    FROM located JOIN slides_link USING (place, written, title) WHERE located.path IS NOT NULL;

-- How a repository stood when slides were looked up in its clone, and what kept git from telling more.
CREATE TABLE clone (repository TEXT PRIMARY KEY, standing TEXT NOT NULL, trouble TEXT NOT NULL) WITHOUT ROWID;

-- What may look different on its page since a generation: the kinds and keys of `touched.Thing`.
CREATE TABLE stale (
    kind TEXT NOT NULL, key TEXT NOT NULL, generation INTEGER NOT NULL,
    PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE INDEX stale_generation ON stale (generation);
