"""Why there is no £, and why there is no rating: codes for programs to compare. Room 4 puts them into words."""

from enum import StrEnum


class NoValue(StrEnum):
    """Why a line or target adds no £ to any total."""

    RECORD = "record only"
    STOCK = "counted again since"
    ALONE = "promised more than once"
    PART = "part of another line"
    ONE_GROUP = "one group for each person"
    FIRST_YEAR = "after the first 12 months"
    DEFLATORS = "outside the deflators"
    NO_DATE = "no date given"
    TOO_LARGE = "too large"
    NO_UNIT_VALUE = "no unit value"
    NO_EDITION = "no edition given"
    OTHER_EDITION = "no value in this edition"
    NO_AREA = "no area given"
    OTHER_AREA = "no value for this area"
    OTHER_YEARS = "outside the years of the values"
    FEW = "few people"
    CHANGED = "told otherwise before"
    """Another number of these days was told, or none: two of them could tell how few came or went."""
    AMONG = "beside a hidden group"
    """So few people that they would tell the size of a hidden group among them."""
    UNSETTLED = "not settled yet"
    NO_MATCH = "no match in this framework"
    """Where delivery is valued under a framework that has no such measure. Its facts begin with a NoMatch."""


class NoMatch(StrEnum):
    """Why a measure has no counterpart in another framework; each with the facts that follow it."""

    SEVERAL = "several"
    """The framework of the measure, the measure, the other framework, and its measures."""
    OTHER_UNIT = "other unit"
    """The framework of the measure, the measure, its unit, the other framework, its measure and the unit of that."""
    NONE = "none"
    """The framework of the measure, the measure, the other framework."""


class NoRating(StrEnum):
    """Why a row of delivery has no rating."""

    NO_PROMISE = "nothing was promised"
    NOT_REPORTED = "nothing has been reported yet"
    NOT_SINCE = "not reported on since"
    """The last report, on the day `reported_to`, was before the promise was due, and silence says nothing."""
    GAP = "a period between was not reported"
    """The project left out a period between two returns, and what is known is less than what was due."""
    LEFT_OUT = "left out of a return"
    """A return leaves out people of a sensitive group: there were none, or they can't be told of."""
    NO_LEAST = "no least amount"
    AT_MOST = "at most"
    AT_LEAST = "at least"
    NO_ENDS = "neither least nor most"
    """Figures that are the least and figures that are the most were added: nobody knows either of the sum."""
    PLACES = "several places"
    NOT_DUE = "nothing due yet"
    NO_DAY = "no date"
    HIDDEN = "partly hidden"
    OTHERWISE = "another place or people"
    SEVERAL = "several figures"
