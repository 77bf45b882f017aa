"""What a notebook has that may go out: its public notes, and the names under which people appear there."""

from studylog.core.facts import Facts, note_facts
from studylog.core.findings import Finding
from studylog.core.publishing.away import Away, away
from studylog.core.publishing.labels import labels
from studylog.core.publishing.masks import Mask, others
from studylog.core.publishing.notes import doubt, hidden_lines, is_public, people_in
from studylog.core.values import dataclass, field
from studylog.store import files
from studylog.store.index.database import Database
from studylog.store.index.published import people_named, said_at
from studylog.store.notebook import Notebook, note_files


@dataclass(slots=True)
class Material:
    """The notes of a notebook on their way out."""

    notebook: Notebook
    public: dict[str, Facts] = field(default_factory=dict)
    private: set[str] = field(default_factory=set)
    doubts: list[Finding] = field(default_factory=list)

    def away(self) -> Away:
        """The pages that take the place of what is not public."""
        return away({*self.public, *self.private})


def material_of(notebook: Notebook) -> Material:
    """The notes of a notebook, told apart by whether they go out."""
    material = Material(notebook)
    for note in note_files(notebook):
        facts = note_facts(note.path, files.read(note.file), notebook.settings)
        may = is_public(facts, notebook.settings.site.public)
        why = doubt(facts, notebook.settings) if may else None
        if why is not None:
            material.doubts.append(why)
        if may and why is None and note.path not in material.private:
            material.public[note.path] = facts
        else:
            # Of two notes with one path, both stay when one does.
            material.private.add(note.path)
            material.public.pop(note.path, None)
    return material


def public_ids(db: Database, material: Material) -> frozenset[str]:
    """The ids of the questions and promises that stand in what is public."""
    hidden = {path: hidden_lines(facts) for path, facts in material.public.items()}
    return frozenset(id_ for id_, path, line in said_at(db) if path in hidden and line not in hidden[path])


def mask_of(db: Database, material: Material) -> Mask:
    """What people are called in public, and how their names are found."""
    settings = material.notebook.settings
    how = settings.site.public.names
    turns = settings.rota.values()
    named = {*people_named(db), *(name for one in turns for name in (*one.order, *one.skip))}
    for facts in material.public.values():
        named.update(people_in(facts.header))
    people = (*settings.roster.people, *others(named, settings.roster))
    return Mask(people, labels(people, how, settings.language), hides=how != "full")
