"""Who has which role, as people say it: "Tidtager: Bo", "Referent Anna", "Bo er tidtager" (S13, S27)."""

import re
from collections.abc import Collection

from samtale_tui.basis.text import clean_line
from samtale_tui.conversation.framing import Role

_TITLES: dict[Role, tuple[str, ...]] = {
    Role.FACILITATOR: (
        "facilitator", "mødeleder", "ordstyrer", "tovholder", "samtaleleder", "leder", "facilitering",
        "chair", "chairperson", "moderator", "leader",
    ),
    Role.TIME_KEEPER: (
        "tidsholder", "tidtager", "tidsstyrer", "tidsansvarlig", "tidsansvarlige", "tid", "tiden",
        "time keeper", "timekeeper", "time-keeper", "time",
    ),
    Role.NOTE_TAKER: (
        "referent", "sekretær", "skriver", "notetager", "noter", "referat", "pennefører",
        "note taker", "notetaker", "note-taker", "notes", "secretary", "scribe",
    ),
}  # fmt: skip
_DOINGS: dict[Role, tuple[str, ...]] = {
    Role.FACILITATOR: (
        "leder", "faciliterer", "styrer ordet", "er leder", "leder samtalen", "leder mødet",
        "leads", "facilitates", "chairs",
    ),
    Role.TIME_KEEPER: (
        "holder tiden", "holder tid", "holder øje med tiden", "tager tid", "tager tiden", "styrer tiden",
        "passer tiden", "keeps time", "keeps the time", "watches the time", "watches the clock",
    ),
    Role.NOTE_TAKER: (
        "skriver", "skriver referat", "skriver ned", "tager referat", "tager noter", "noterer",
        "takes notes", "takes the notes", "writes", "takes minutes",
    ),
}  # fmt: skip
_MATTERS = frozenset({"tid", "tiden", "time", "facilitering", "noter", "referat", "notes"})
"""What is looked after, and not who does it: behind a colon after them may stand anything."""

_ROLE_OF = {title: role for role, titles in _TITLES.items() for title in titles}
_ROLE_OF |= {f"{title}en": role for title, role in tuple(_ROLE_OF.items()) if " " not in title}
_ROLE_BY_DOING = {doing: role for role, doings in _DOINGS.items() for doing in doings}
_TITLE = "|".join(sorted(map(re.escape, _ROLE_OF), key=len, reverse=True))
_DOING = "|".join(sorted(map(re.escape, _ROLE_BY_DOING), key=len, reverse=True))

_TITLE_AND_NAME = re.compile(
    rf"(?P<title>{_TITLE})\s*(?P<mark>[:=]|[–—-](?=\s)|\bis\b|\ber\b)?\s*(?P<name>.+)", re.IGNORECASE
)
_NAME_AND_TITLE = re.compile(
    rf"(?P<name>.+?)(?:\s+(?:er|is|bliver)(?:\s+(?:the|a))?\s+|\s*[:=,(–—-]\s*)(?P<title>{_TITLE})\s*\)?",
    re.IGNORECASE,
)
_NAME_AND_DOING = re.compile(rf"(?P<name>.+?)\s+(?P<doing>{_DOING})", re.IGNORECASE)


def read_role(text: str, names: Collection[str]) -> tuple[Role, str] | None:
    """The role and the name that a line is about; none where it says nothing of the kind.

    Args:
        text: the line.
        names: of those who take part, as they are shown. Only behind "Referent:" may another name stand.
    """
    line = clean_line(text).rstrip(".! ")
    match = _TITLE_AND_NAME.fullmatch(line)
    if match:
        title, name = match["title"].lower(), match["name"]
        is_named = match["mark"] == ":" and title not in _MATTERS
        if found := participant(name, names) or (name if is_named else None):
            return _ROLE_OF[title], found
    match = _NAME_AND_TITLE.fullmatch(line)
    if match and (found := participant(match["name"], names)):
        return _ROLE_OF[match["title"].lower()], found
    match = _NAME_AND_DOING.fullmatch(line)
    if match and (found := participant(match["name"], names)):
        return _ROLE_BY_DOING[match["doing"].lower()], found
    return None


def participant(text: str, names: Collection[str]) -> str | None:
    """The one of those names that is meant: the whole of it, or a first name that only one of them has."""
    said = clean_line(text).casefold()
    if not said:
        return None
    whole = next((name for name in names if name.casefold() == said), None)
    if whole is not None:
        return whole
    first = [name for name in names if name.casefold().partition(" ")[0] == said]
    return first[0] if len(first) == 1 else None
