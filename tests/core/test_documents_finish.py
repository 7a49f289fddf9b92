"""Finish writes the documents whole, where the user said, and never over another file unasked."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from team_nord import HOSTILE, conversation, deck

from samtale_tui.basis.errors import SamtaleError
from samtale_tui.basis.folders import documents_folder
from samtale_tui.basis.language import use_language
from samtale_tui.conversation import commands as do
from samtale_tui.conversation.outcome import plan_of
from samtale_tui.documents import finish
from samtale_tui.documents.finish import (
    Document,
    DocumentError,
    DocumentExists,
    default_folder,
    left_out,
    prepare,
    renamed,
    taken,
    write,
)
from samtale_tui.documents.formats import FORMATS
from samtale_tui.documents.markdown import plan_as_markdown
from samtale_tui.documents.plan_file import read_plan
from samtale_tui.documents.written import mark_of, out_of_date
from samtale_tui.plan.model import Action

BOTH = ("md", "toml")
NAMES = ["teamudviklingsplan.md", "plan.toml"]


@pytest.fixture
def both(tmp_path: Path) -> tuple[Document, ...]:
    return prepare(conversation(), tmp_path / "ud", BOTH)


def failing(code: int) -> Callable[..., None]:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


def everything_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_preview_says_what_goes_where_and_writes_nothing(tmp_path: Path) -> None:
    documents = prepare(conversation(), tmp_path / "ud", BOTH)
    assert [document.path for document in documents] == [tmp_path / "ud" / name for name in NAMES]
    assert [document.title for document in documents] == [
        "Teamudviklingsplan som tekst (Markdown)",
        "Planens data, som samtale kan læse igen (TOML)",
    ]
    assert documents[0].data.decode() == plan_as_markdown(conversation())
    assert not (tmp_path / "ud").exists()


def test_each_conversation_has_a_folder_of_its_own(own_home: Path) -> None:
    assert (
        default_folder(conversation(), documents_folder(""))
        == own_home / "documents" / "2027-03-12-team-nord"
    )


def test_one_persons_plan_has_its_own_file_name(tmp_path: Path) -> None:
    own = conversation(deck=deck().but(conversation="mus"))
    assert [document.path.name for document in prepare(own, tmp_path, ("md",))] == [
        "kompetenceudviklingsplan.md"
    ]


def test_documents_are_written_and_read_back(both: tuple[Document, ...]) -> None:
    paths = write(both)
    assert paths == tuple(document.path for document in both)
    assert all(path.is_absolute() for path in paths)
    assert paths[0].read_text(encoding="utf-8") == plan_as_markdown(conversation())
    assert read_plan(paths[1]) == plan_of(conversation())
    assert sorted(everything_in(paths[0].parent)) == sorted(NAMES)


def test_a_format_asked_for_twice_is_written_once(tmp_path: Path) -> None:
    assert [each.format for each in prepare(conversation(), tmp_path, ("toml", "md", "toml"))] == [
        "toml",
        "md",
    ]


def test_an_unknown_format_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(
        SamtaleError, match=r"Formatet pdf\[/x\] findes ikke\. Vælg mellem md, docx, ics, toml\."
    ):
        prepare(conversation(), tmp_path, ("md", "pdf\x1b[1m[/x]"))


def test_a_calendar_without_days_is_left_out_and_says_why(tmp_path: Path) -> None:
    without = conversation(actions=(Action(id="h1", what="Sparring"),))
    assert [each.format for each in prepare(without, tmp_path, FORMATS)] == ["md", "docx", "toml"]
    assert left_out(without, FORMATS) == ("Der er ingen kalender at skrive, for planen har ingen datoer.",)
    assert left_out(conversation(), FORMATS) == ()


def test_each_document_is_told_of_when_it_is_its_turn(both: tuple[Document, ...]) -> None:
    told: list[tuple[int, list[Path]]] = []
    write(both, tell=lambda number: told.append((number, list(both[0].path.parent.glob("*.tmp")))))
    assert [(number, len(waiting)) for number, waiting in told] == [(1, 0), (2, 1)]


@pytest.mark.parametrize("name", FORMATS)
def test_files_that_say_something_else_than_the_plan_are_known(name: str) -> None:
    wrote = do.wrote(conversation(), (f"/ud/plan.{name}",), mark_of(conversation()))
    assert not out_of_date(wrote)
    assert out_of_date(wrote.but(actions=()))
    assert out_of_date(wrote.but(agreements=()))
    assert out_of_date(wrote.but(people=wrote.people[:1]))
    again = wrote.but(agreements=())
    assert not out_of_date(do.wrote(again, wrote.written, mark_of(again)))


def test_neither_a_language_nor_what_no_document_holds_makes_the_files_old() -> None:
    wrote = do.wrote(conversation(), ("/ud/plan.md",), mark_of(conversation()))
    noted = do.draft(wrote, "finish/left_out", "md").but(step="wheel", documents="/andet")
    noted = noted.but(uses=noted.uses | {"opgaver-1": noted.use("opgaver-1").but(notes="En note")})
    assert not out_of_date(noted)
    use_language("en")
    assert not out_of_date(wrote)


def test_files_written_before_actions_had_a_how_are_not_out_of_date() -> None:
    first, *others = conversation().actions
    old = conversation(actions=(first.but(how=""), *others))
    assert mark_of(old) == "2e7fe31e12197f5e568916f905aafaba"
    assert mark_of(conversation()) != mark_of(old)


def test_of_files_that_were_written_before_marks_were_kept_nothing_is_said() -> None:
    assert not out_of_date(conversation(written=("/ud/plan.md",)))
    assert do.wrote(conversation(), (), "mærke") == conversation()


def test_every_format_says_what_is_in_it() -> None:
    assert list(FORMATS) == ["md", "docx", "ics", "toml"]
    told = [each.holds(conversation()) for each in FORMATS.values()]
    assert all(words.endswith(".") for words in told)
    assert told[2].startswith("3 begivenheder med påmindelse.")


def test_a_folder_as_people_write_it_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for folder in ("~/ud", "ud", "andet/../ud"):
        assert prepare(conversation(), Path(folder), ("md",))[0].path == tmp_path / "ud" / NAMES[0]


@pytest.mark.parametrize("name", ["~findes-slet-ikke-her/ud", "nul\0tegn", "halvt\udcff\ud800tegn"])
def test_a_folder_that_cannot_be_is_told_of(tmp_path: Path, name: str) -> None:
    folder = Path(name) if name.startswith("~") else tmp_path / name
    with pytest.raises(DocumentError, match="Vælg en mappe med et andet navn"):
        write(prepare(conversation(), folder, BOTH))
    assert list(tmp_path.iterdir()) == []


def test_the_same_document_again_counts_as_written(both: tuple[Document, ...]) -> None:
    paths = write(both)
    before = [path.stat().st_mtime_ns for path in paths]
    assert taken(both) == ()
    assert renamed(both) == both
    assert write(both) == paths
    assert [path.stat().st_mtime_ns for path in paths] == before


def test_nothing_is_written_where_one_file_is_taken(both: tuple[Document, ...]) -> None:
    other = both[1].path
    other.parent.mkdir()
    other.write_bytes(b"mit eget")
    assert taken(both) == (other,)
    with pytest.raises(DocumentExists) as error:
        write(both)
    assert error.value.paths == (other,)
    assert str(other) in error.value.message
    assert everything_in(other.parent) == {"plan.toml": b"mit eget"}


def test_a_file_of_the_same_length_is_another_file(both: tuple[Document, ...]) -> None:
    both[0].path.parent.mkdir()
    both[0].path.write_bytes(both[0].data.swapcase())
    assert taken(both) == (both[0].path,)


def test_taken_files_are_replaced_when_the_user_says_so(both: tuple[Document, ...]) -> None:
    both[0].path.parent.mkdir()
    both[0].path.write_bytes(b"gammelt")
    write(both, replace=True)
    assert everything_in(both[0].path.parent) == {document.path.name: document.data for document in both}


def test_new_names_are_free_for_the_whole_set(both: tuple[Document, ...]) -> None:
    folder = both[0].path.parent
    folder.mkdir()
    (folder / "teamudviklingsplan.md").write_bytes(b"1")
    (folder / "plan-2.toml").write_bytes(b"2")
    fresh = renamed(both)
    assert [document.path.name for document in fresh] == ["teamudviklingsplan-3.md", "plan-3.toml"]
    write(fresh)
    assert len(everything_in(folder)) == 4


def test_names_that_are_free_stay(both: tuple[Document, ...]) -> None:
    assert renamed(both) == both
    assert renamed(()) == ()


def test_a_folder_with_the_documents_name_is_never_replaced(both: tuple[Document, ...]) -> None:
    both[0].path.mkdir(parents=True)
    assert taken(both) == (both[0].path,)
    assert renamed(both)[0].path.name == "teamudviklingsplan-2.md"
    with pytest.raises(DocumentError, match="er en mappe"):
        write(both, replace=True)
    assert both[0].path.is_dir()


def test_a_document_behind_a_link_is_written_where_the_link_leads(tmp_path: Path) -> None:
    target = tmp_path / "delt" / "planen.md"
    target.parent.mkdir()
    (tmp_path / "ud").mkdir()
    (tmp_path / "ud" / NAMES[0]).symlink_to(target)
    assert write(prepare(conversation(), tmp_path / "ud", ("md",))) == (target,)
    assert (tmp_path / "ud" / NAMES[0]).is_symlink()
    assert target.read_text(encoding="utf-8") == plan_as_markdown(conversation())


def test_a_folder_behind_a_link_is_shown_as_it_really_is(tmp_path: Path) -> None:
    (tmp_path / "rigtig").mkdir()
    (tmp_path / "genvej").symlink_to(tmp_path / "rigtig", target_is_directory=True)
    assert write(prepare(conversation(), tmp_path / "genvej", ("md",))) == (tmp_path / "rigtig" / NAMES[0],)


def test_a_link_that_leads_to_itself_is_not_replaced_unasked(tmp_path: Path) -> None:
    (tmp_path / NAMES[0]).symlink_to(tmp_path / NAMES[0])
    with pytest.raises(SamtaleError, match=NAMES[0]):
        write(prepare(conversation(), tmp_path, ("md",)))
    assert (tmp_path / NAMES[0]).is_symlink()


def test_a_file_that_turns_up_in_the_last_moment_is_not_replaced(
    both: tuple[Document, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = finish.publish

    def somebody_was_first(temporary: Path, path: Path, *, replace: bool) -> None:
        path.write_bytes(b"en andens")
        real(temporary, path, replace=replace)

    monkeypatch.setattr(finish, "publish", somebody_was_first)
    with pytest.raises(DocumentExists):
        write(both)
    assert everything_in(both[0].path.parent) == {NAMES[0]: b"en andens"}


def test_the_same_file_that_turns_up_in_the_last_moment_counts_as_written(
    both: tuple[Document, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = finish.publish

    def twin_was_first(temporary: Path, path: Path, *, replace: bool) -> None:
        path.write_bytes(temporary.read_bytes())
        real(temporary, path, replace=replace)

    monkeypatch.setattr(finish, "publish", twin_was_first)
    assert write(both) == tuple(document.path for document in both)
    assert len(everything_in(both[0].path.parent)) == 2


@pytest.mark.parametrize(
    ("code", "title", "remedy"),
    [
        (errno.ENOSPC, "Disken er fuld", "Gør plads"),
        (errno.EDQUOT, "Disken er fuld", "Gør plads"),
        (errno.EROFS, "Der kan ikke skrives", "vælg en anden mappe"),
        (errno.EACCES, "Der kan ikke skrives", "vælg en anden mappe"),
        (errno.ENAMETOOLONG, "Navnet er for langt", "kortere navn"),
        (errno.ENOENT, "Mappen er væk", "Tilslut drevet"),
        (errno.EILSEQ, "Navnet kan ikke bruges", "andet navn"),
        (errno.EIO, "Filen kan ikke skrives", "Prøv igen"),
    ],
)
def test_what_the_system_says_is_told_in_words_and_leaves_nothing_behind(
    both: tuple[Document, ...], monkeypatch: pytest.MonkeyPatch, code: int, title: str, remedy: str
) -> None:
    monkeypatch.setattr(os, "fsync", failing(code))
    with pytest.raises(DocumentError) as error:
        write(both)
    assert error.value.title == title
    assert str(both[0].path.parent) in error.value.message
    assert remedy in error.value.remedy
    assert everything_in(both[0].path.parent) == {}


def test_a_disk_that_fills_up_with_the_second_document_leaves_no_half_set(
    both: tuple[Document, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    both[0].path.parent.mkdir()
    both[0].path.write_bytes(b"gammelt")
    real = finish.staged

    def no_room_for_toml(path: Path, data: bytes) -> object:
        if path.suffix == ".toml":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(path, data)

    monkeypatch.setattr(finish, "staged", no_room_for_toml)
    with pytest.raises(DocumentError, match=r"plan\.toml"):
        write(both, replace=True)
    assert everything_in(both[0].path.parent) == {NAMES[0]: b"gammelt"}


@pytest.mark.parametrize("below", ["", "mappe", "mappe/igen"])
def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path, below: str) -> None:
    in_the_way = tmp_path / "ud"
    in_the_way.write_bytes(b"en fil")
    documents = prepare(conversation(), in_the_way / below, BOTH)
    assert taken(documents) == ()
    with pytest.raises(DocumentError) as error:
        write(documents)
    assert error.value.message == f"{in_the_way} er en fil og ikke en mappe."
    assert in_the_way.read_bytes() == b"en fil"


def test_a_name_that_is_too_long_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="for lang"):
        write(prepare(conversation(), tmp_path / ("m" * 300), BOTH))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything is open to root")
def test_a_folder_one_may_not_write_in_is_told_of(both: tuple[Document, ...]) -> None:
    both[0].path.parent.mkdir(mode=0o500)
    with pytest.raises(DocumentError, match="Du har ikke lov"):
        write(both)


@pytest.mark.skipif(os.name == "nt", reason="no file can have such a name")
def test_a_message_never_carries_codes_from_a_folders_name(tmp_path: Path) -> None:
    folder = tmp_path / "rød\x1b[31m\u202e"
    folder.write_bytes(b"en fil")
    with pytest.raises(DocumentError) as error:
        write(prepare(conversation(), folder, ("md",)))
    assert error.value.message == f"{tmp_path / 'rød'} er en fil og ikke en mappe."


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_written_and_read_back(tmp_path: Path, text: str) -> None:
    team = conversation(team=text)
    paths = write(prepare(team, tmp_path, BOTH))
    assert [path.name for path in paths] == NAMES
    assert read_plan(paths[1]) == plan_of(team)
