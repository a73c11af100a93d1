"""Events: which readings, of one story or of several, tell the same agreement.

Works on the store's own connection, inside its transaction. An event's id is a hash of what
identifies it (party and day), so it is the same on every machine and in every order of arrival.
"""

import hashlib
import sqlite3
from collections.abc import Iterable
from typing import Any

BEFORE_DAYS, AFTER_DAYS = 7, 1  # how far an undated report may be from the day of its event
CROWD = 200  # of more reports of one story only the new one is placed anew
MOST_COUNTED = 1000  # reports of an event whose stories are counted
MOST_SOURCES = 20  # how many reports an agreement's missing values are looked for in

COLUMNS = (
    "government_code", "government_name", "government_level", "counterpart", "bpjs_office",
    "instrument", "renewal", "status", "event_date", "event_date_raw", "event_date_note",
    "duration", "programmes",
)  # fmt: skip
_DAY = {"event_date", "event_date_raw", "event_date_note"}
_NAMED = ", ".join(COLUMNS)
_REPORT = (
    "article_id, position, party, phase, event_date, published_on, story_id, inferred, agreement_id"
)


def phase_of(status: str | None) -> str:
    """A plan and its later signing are two events; the others, also unsaid, tell the same one."""
    return "planned" if status == "planned" else "done"


class Events:
    """The agreements of one database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection

    def place(self, article_id: str) -> None:
        """Give the reports of an article, and those it touches, their events."""
        own = self._reports("article_id = ?", article_id)
        for report in own:
            touched = self._touched_by(report)
            self._assign([report, *touched])

    def forget(self, article_id: str) -> None:
        """Take the reports of an article out; what leaned on them is placed anew."""
        gone = self._reports("article_id = ?", article_id)
        leaning = [report for own in gone for report in self._touched_by(own)]
        self._sql.execute("DELETE FROM agreement_sources WHERE article_id = ?", (article_id,))
        self._assign([report for report in leaning if report[0] != article_id])
        self.refresh(report[-1] for report in gone if report[-1])

    def place_story(self, story_id: str) -> None:
        """Place the reports of a story whose membership changed."""
        self._assign(self._reports(f"story_id = ? LIMIT {CROWD}", story_id))

    def refresh(self, agreement_ids: Iterable[str]) -> None:
        """Write these agreements anew from their reports; one with none left is gone."""
        for agreement in set(agreement_ids):
            self._refresh(agreement)

    def _reports(self, condition: str, *values: Any) -> list[sqlite3.Row | tuple[Any, ...]]:
        query = f"SELECT {_REPORT} FROM agreement_sources WHERE {condition}"
        return self._sql.execute(query, values).fetchall()

    def _touched_by(self, report: Any) -> list[Any]:
        """Reports without a printed day that this one may date: its story's, and near ones."""
        _, _, party, phase, event_date, _, story, inferred, _ = report
        mates = self._reports(
            "story_id = ? AND party = ? AND phase = ? AND (event_date IS NULL OR inferred)"
            f" LIMIT {CROWD + 1}",
            *(story, party, phase),
        )
        if len(mates) > CROWD:
            mates = []
        if event_date and party and not inferred:
            mates += self._reports(
                "party = ? AND published_on BETWEEN date(?, ?) AND date(?, ?)"
                f" AND event_date IS NULL AND phase = ? LIMIT {CROWD}",
                *(party, event_date, f"-{AFTER_DAYS} days", event_date, f"+{BEFORE_DAYS} days"),
                phase,
            )
        return mates

    def _assign(self, reports: Iterable[Any]) -> None:
        stale = set()
        for report in reports:
            article, position, *_, before = report
            event = _event_id(self._identity(report))
            if event != before:
                self._sql.execute(
                    "UPDATE agreement_sources SET agreement_id = ?"
                    " WHERE article_id = ? AND position = ?",
                    (event, article, position),
                )
            stale |= {event, before} - {None}
        self.refresh(stale)

    def _identity(self, report: Any) -> tuple[str, ...]:
        """What makes the event of a report the one it is."""
        _, _, party, phase, event_date, published_on, story, inferred, _ = report
        who = party or f"story {story}"
        printed = None if inferred else event_date
        day = printed or self._day_in_story(story, party, phase)
        if day is None and party and published_on:
            day = self._day_nearby(party, phase, published_on)
        if day:
            return (who, day)
        first = self._first_published(story, party, phase)
        return (who, phase, first or f"story {story}")

    def _day_in_story(self, story: str, party: str, phase: str) -> str | None:
        """The day that the story's reports print, else the earliest that they infer."""
        query = (
            "SELECT event_date FROM agreement_sources WHERE story_id = ? AND party = ?"
            " AND phase = ? AND inferred = ? AND event_date > '' ORDER BY event_date LIMIT 1"
        )
        days = (self._one(query, story, party, phase, inferred) for inferred in (0, 1))
        return next(filter(None, days), None)

    def _first_published(self, story: str, party: str, phase: str) -> str | None:
        return self._one(
            "SELECT min(published_on) FROM agreement_sources"
            " WHERE story_id = ? AND party = ? AND phase = ?",
            *(story, party, phase),
        )

    def _day_nearby(self, party: str, phase: str, published_on: str) -> str | None:
        """The day of the party's event that was nearest to the report's publication."""
        return self._one(
            "SELECT event_date FROM agreement_sources WHERE party = ?1 AND phase = ?2"
            " AND NOT inferred AND event_date BETWEEN date(?3, ?4) AND date(?3, ?5)"
            " ORDER BY abs(julianday(event_date) - julianday(?3)), event_date LIMIT 1",
            *(party, phase, published_on, f"-{BEFORE_DAYS} days", f"+{AFTER_DAYS} days"),
        )

    def _one(self, query: str, *values: Any) -> str | None:
        row = self._sql.execute(query, values).fetchone()
        return row[0] if row else None

    def _refresh(self, agreement: str) -> None:
        sources, stories = self._sql.execute(
            "SELECT count(*), (SELECT count(DISTINCT story_id) FROM (SELECT story_id"
            " FROM agreement_sources WHERE agreement_id = ?1 LIMIT ?2))"
            " FROM agreement_sources WHERE agreement_id = ?1",
            (agreement, MOST_COUNTED),
        ).fetchone()
        rows = self._told(agreement)
        self._sql.execute("DELETE FROM agreements WHERE id = ?", (agreement,))
        if not rows:
            return
        values = [
            rows[0][6 + i] if column in _DAY else _first(row[6 + i] for row in rows)
            for i, column in enumerate(COLUMNS)
        ]
        dated = min(((r[5], r[4]) for r in rows if r[5]), default=(None, None))
        self._sql.execute(
            f"""INSERT INTO agreements (id, {_NAMED}, article_id, quote, start, "end",
                sources, stories, first_published_at, first_published_at_utc)
            VALUES ({", ".join("?" * (len(COLUMNS) + 9))})""",
            (agreement, *values, *rows[0][:4], sources, stories, dated[1], dated[0]),
        )

    def _told(self, agreement: str) -> list[tuple[Any, ...]]:
        """What the best sources of an event say, the best first."""
        return self._sql.execute(
            f"""SELECT s.article_id, s.quote, s.start, s."end", a.published_at,
                a.published_at_utc, {", ".join("s." + c for c in COLUMNS)}
            FROM agreement_sources s JOIN articles a ON a.id = s.article_id
            WHERE s.agreement_id = ? ORDER BY s.event_date IS NULL, s.inferred, s.event_date,
                s.rank, s.position
            LIMIT {MOST_SOURCES}""",
            (agreement,),
        ).fetchall()


def _event_id(identity: tuple[str, ...]) -> str:
    return hashlib.sha256("|".join(identity).encode()).hexdigest()[:16]


def _first(values: Iterable[Any]) -> Any:
    return next((value for value in values if value is not None), None)
