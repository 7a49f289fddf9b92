"""English ways to say a day, put in the plain Danish words that ``dates`` reads: "in 3 weeks", "end of May".

What comes in is a plain line as there: small letters and figures with single blanks between. "12/3" is the
12th of March in English too, and "next Friday" the Friday of the next calendar week.
"""

import re

_MONTHS = {
    "january": "januar", "february": "februar", "march": "marts", "april": "april", "may": "maj",
    "june": "juni", "july": "juli", "august": "august", "september": "september", "october": "oktober",
    "november": "november", "december": "december",
}  # fmt: skip
_DAYS = {
    "monday": "mandag", "tuesday": "tirsdag", "wednesday": "onsdag", "thursday": "torsdag",
    "friday": "fredag", "saturday": "loerdag", "sunday": "soendag",
}  # fmt: skip
_COUNTED = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty"
)
_NUMBERS = {word: str(number) for number, word in enumerate(_COUNTED.split(), 1)} | {"thirty": "30"}
_WORDS = {
    "next": "naeste", "this": "denne", "coming": "kommende",
    "week": "uge", "month": "maaned", "year": "aar",
}  # fmt: skip
_LEAST_LETTERS = 3

_PHRASES = (
    # what says nothing about the day
    (r"^(?:(?:by|before|until|till|from|within|around|about|(?:no|not) later than|latest) )+", ""),
    (r"\b(?:on|at) ", ""),
    (r"(?: s)? time$", ""),
    # near
    (r"\b(?:the )?day after tomorrow\b", "overmorgen"),
    (r"\btomorrow\b", "i morgen"),
    (r"\byesterday\b", "i gaar"),
    (r"\bfrom (?:now|today)\b", "fra nu"),
    (r"\btoday\b", "i dag"),
    # so and so far off
    (r"\bhalf a year\b", "et halvt aar"),
    (r"\b(?:(?:a|one|1) year and a half|(?:one|1) and a half years)\b", "halvandet aar"),
    (r"\ba couple of\b", "2"),
    (r"\b(?:a )?fortnight\b", "14 days"),
    (r"^(?:a|one|1) week (?:from )?(?=[a-z]+day$)(.+)", r"\1 week"),
    (r"^(?:two|2) weeks (?:from )?(?=[a-z]+day$)(.+)", r"\1 14 days"),
    (r"\b([a-z]+day) week$", r"\1 otte dage"),
    (r"\b(?:a|an) (?=(?:day|week|month|quarter|year)\b)", "1 "),
    (r"\b([0-9]+|[a-z]+|½) days?\b", r"\1 dage"),
    (r"\b([0-9]+|[a-z]+|½) weeks\b|\b(1|one) week\b", r"\1\2 uger"),
    (r"\b([0-9]+|[a-z]+|½) months\b|\b(1|one) month\b", r"\1\2 maaneder"),
    (r"\b([0-9]+|[a-z]+|½) quarters?\b", r"\1 kvartal"),
    (r"\b([0-9]+|[a-z]+|½) years\b|\b(1|one) year\b", r"\1\2 aar"),
    (r"\bin (?=(?:[0-9]+|[a-z]+|et halvt|[0-9]+ ½) (?:dage|uger|maaneder|kvartal|aar)\b)", "om "),
    # the parts of a period
    (r"\b(?:in )?(?:the )?(?:end|last|close) of\b|\blate(?: in)?\b", "ultimo"),
    (r"\b(?:in )?(?:the )?(?:start|beginning|first) of\b|\bearly(?: in)?\b", "primo"),
    (r"\b(?:in )?(?:the )?(?:middle of|mid)\b", "medio"),
    (r"\b(?:the )?(week|month|year) s end\b", r"ultimo \1"),
    (r"\b(ultimo|primo|medio) (?:the )?week$", r"\1 ugen"),
    (r"\b(ultimo|primo|medio) (?:the )?month$", r"\1 maaneden"),
    (r"\b(ultimo|primo|medio) (?:the )?year$", r"\1 aaret"),
    # days of the calendar
    (r"\b([0-9]{1,2}) (?:st|nd|rd|th)\b", r"\1"),
    (r"\b([0-9]{1,2}) of (?=[a-z])", r"\1 "),
    (r"\bthe (?=[0-9]{1,2}\b)", "den "),
    (r"(?<![0-9]) this year$", " i aar"),
    # weeks
    (r"\b(?:(?:in|of) )?(?:week|wk)(?= [0-9])", "uge"),
    (r"\b(?:in|of) (?=(?:next|this) )", ""),
    (r"^in (?=[a-z])", "i "),
)
_MONTH_FIRST = (
    rf"^((?:(?:{'|'.join(_DAYS.values())}) )?)({'|'.join(_MONTHS.values())})"
    r" (?:den )?([0-9]{1,2})((?: [0-9]{4}| [0-9]{2}| i aar| naeste aar)?)$"
)
"""March 12 is the other way round in Danish; so is a day with its weekday before it."""


def as_danish(line: str) -> str:
    """The line with its English words in Danish; as it is where there are none."""
    for pattern, danish in _PHRASES:
        line = re.sub(pattern, danish, line)
    words = [_word(word) for word in line.split()]
    return re.sub(_MONTH_FIRST, r"\1\3 \2\4", " ".join(words))


def _word(word: str) -> str:
    known = _WORDS.get(word) or _NUMBERS.get(word)
    if known:
        return known
    named = [danish for english, danish in (_MONTHS | _DAYS).items() if english.startswith(word)]
    return named[0] if len(named) == 1 and len(word) >= _LEAST_LETTERS else word
