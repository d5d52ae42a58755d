"""The closed lists of the field: designs, directions, metrics and kinds, each with its label for readers."""

from enum import StrEnum


class Labelled(StrEnum):
    """A closed list whose members carry the words shown to readers."""

    label: str

    def __new__(cls, value: str, label: str) -> "Labelled":
        """Make a member from its value and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Design(Labelled):
    """How a study was done."""

    META_ANALYSIS = "meta-analysis", "Meta-analysis"
    SYSTEMATIC_REVIEW = "systematic-review", "Systematic review"
    UMBRELLA_REVIEW = "umbrella-review", "Umbrella review (a review of reviews)"
    SCOPING_REVIEW = "scoping-review", "Scoping, rapid or narrative review"
    RCT = "rct", "Randomised controlled trial"
    CLUSTER_RCT = "cluster-rct", "Cluster randomised trial"
    NATURAL_EXPERIMENT = "natural-experiment", "Natural experiment"
    QUASI_EXPERIMENTAL = "quasi-experimental", "Quasi-experimental study"
    INTERRUPTED_TIME_SERIES = "interrupted-time-series", "Interrupted time series"
    COHORT = "cohort", "Cohort study"
    CROSS_SECTIONAL = "cross-sectional", "Cross-sectional study"
    ECONOMIC_EVALUATION = "economic-evaluation", "Economic evaluation"
    MODELLING = "modelling", "Modelling study"
    MIXED_METHODS = "mixed-methods", "Mixed-methods study"
    QUALITATIVE = "qualitative", "Qualitative study"


class Direction(Labelled):
    """On which side a point estimate lies for the people concerned, be it clear of no effect or not."""

    sign: str
    """What stands for it where there is no room for a word."""
    said_of_one: str
    """The words after one result, such as `points to better`."""
    said_of_more: str

    def __new__(cls, value: str, label: str, sign: str, said_of_one: str, said_of_more: str) -> "Direction":
        """Make a member from its value and its words."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.sign = label, sign
        member.said_of_one, member.said_of_more = said_of_one, said_of_more
        return member

    BENEFIT = "benefit", "Better", "▲", "points to better", "point to better"
    NULL = "null", "No difference", "=", "shows no difference", "show no difference"
    MIXED = "mixed", "Mixed", "◆", "is mixed", "are mixed"
    HARM = "harm", "Worse", "▼", "points to worse", "point to worse"
    NOT_TOLD = "not-told", "Not told", "?", "names no side", "name no side"

    @property
    def is_told(self) -> bool:
        """Say whether it names a side, or none of both."""
        return self is not Direction.NOT_TOLD

    @property
    def as_vote(self) -> str:
        """Say it in the words in which votes are counted."""
        return "both ways" if self is Direction.MIXED else self.label.lower()


class Clear(Labelled):
    """Whether a result leaves out no effect."""

    YES = "yes", "Clear of no effect"
    NO = "no", "Could be no effect"
    NOT_TOLD = "not-told", "Not told"


class Comparison(Labelled):
    """With whom the people or places that had something were compared."""

    RANDOMISED = "randomised", "Chance decided who took part"
    CONCURRENT = "concurrent", "Others without it over the same time"
    SERIES = "series", "One group, many times before and after"
    BEFORE_AFTER = "before-after", "One group, before and after"
    CROSS_SECTION = "cross-section", "With and without, at one time"
    NONE = "none", "No comparison"
    REVIEW = "review", "A review of studies"


class Polarity(Labelled):
    """Whether what was studied is the activity or its opposite."""

    AS_ACTIVITY = "as-activity", "The activity itself"
    REVERSE = "reverse", "The opposite of the activity"


class OnTopic(Labelled):
    """Whether a study that carries a type studied that activity."""

    YES = "yes", "Studied this activity"
    PART = "part", "Studied it among other things"
    NO = "no", "Did not study this activity"


class Estimand(Labelled):
    """Whose result it is."""

    MAIN = "main", "All who were to have it"
    AS_TREATED = "as-treated", "Only those who took part"
    SUBGROUP = "subgroup", "A part of the people"
    REPEAT = "repeat", "Another estimate of the same effect"


class Bias(Labelled):
    """How much risk of bias there is, as far as it was told."""

    LOW = "low", "Low"
    SOME = "some", "Some"
    HIGH = "high", "High"
    NOT_TOLD = "not-told", "Not told"


class BiasBy(Labelled):
    """Who judged the risk of bias."""

    SOURCE = "source", "the source itself"
    CODER = "coder", "the coder"
    THIRD_PARTY = "third-party", "a clearing house"


class Scope(Labelled):
    """How wide a study looked, where no list of countries can say it."""

    INTERNATIONAL = "international", "International"


class Better(Labelled):
    """Which end of a number, as printed, is better for people."""

    HIGHER = "higher", "A higher number is better"
    LOWER = "lower", "A lower number is better"


class Metric(Labelled):
    """The scale of an effect."""

    OR = "OR", "Odds ratio"
    RR = "RR", "Risk ratio"
    HR = "HR", "Hazard ratio"
    RATE_RATIO = "rate-ratio", "Rate ratio"
    SMD = "SMD", "Standardised mean difference"
    MD = "MD", "Mean difference"
    BETA = "beta", "Regression coefficient"
    PERCENTAGE_POINT = "percentage-point", "Percentage points"
    PERCENT_CHANGE = "percent-change", "Change in per cent"
    MONEY = "money", "Money"
    COUNT = "count", "Count"
    OTHER = "other", "Other (see the measure)"

    @property
    def is_ratio(self) -> bool:
        """Say whether no effect is 1 (ratios) rather than 0 (differences)."""
        return self in (Metric.OR, Metric.RR, Metric.HR, Metric.RATE_RATIO)

    @property
    def is_one_scale(self) -> bool:
        """Say whether its numbers may share an axis, as counts of unlike things and sums of money may not."""
        return self not in (Metric.MONEY, Metric.COUNT, Metric.OTHER)


class PoolUse(Labelled):
    """What may be done with a set of results on one question."""

    POOLED = "pooled", "Pooled into one number"
    SUBGROUPS = "subgroups", "Shown in groups, without one number for all"
    SIDE_BY_SIDE = "side-by-side", "Shown side by side"
    DIRECTION_ONLY = "direction-only", "Counted by direction"


class LeftOutKind(Labelled):
    """A kind of result that a set leaves out as a whole."""

    EXPOSURE = "exposure", "Of something that people live with"
    REVIEW = "review", "A review of studies"
    SAME_STUDY = "same-study", "Another result of a study in the set"


class Read(Labelled):
    """How much of a source was read, by the coder or by the person who checked the record."""

    ABSTRACT = "abstract", "the abstract"
    OPENING = "opening", "the opening part of a public page"
    FULL_TEXT = "full-text", "the full text"
    OWN_ACCOUNT = "own-account", "the group's own account"


class Coders(Labelled):
    """How often a record was coded, apart, and whether the codes agreed."""

    SINGLE = "single", "once"
    DOUBLE_AGREED = "double-agreed", "twice, with the same result"
    DOUBLE_DISPUTED = "double-disputed", "twice, with different results"


class CodedBy(Labelled):
    """Who coded a record."""

    MODEL = "model", "a language model"
    PERSON = "person", "a person"


class DocumentType(Labelled):
    """What kind of document states a policy."""

    PROGRAMME = "programme", "Programme"
    STRATEGY = "strategy", "Strategy"
    SCHEME = "scheme", "Scheme"
    PLAN = "plan", "Plan"
    POLICY_STATEMENT = "policy-statement", "Policy statement"
    LICENSING_SCHEME = "licensing-scheme", "Licensing scheme"
    COMMISSION_REPORT = "commission-report", "Commission report"
    CHARTER = "charter", "Charter"
    RESEARCH = "research", "Research"
    PROCUREMENT_FRAMEWORK = "procurement-framework", "Procurement framework"


class SourceKind(Labelled):
    """Who wrote a source."""

    COUNCIL = "council", "the council"
    NEWS = "news", "a news outlet"
    THIRD_SECTOR = "third-sector", "a third-sector body"
    ACADEMIC = "academic", "academic authors"
    GOVERNMENT = "government", "government"
    PROGRAMME = "programme", "the programme"
    GROUP = "group", "the group that works there"


class FoundBy(Labelled):
    """Who looked at what came of a policy."""

    COUNCIL = "council", "the council itself, or those who ran it with the council"
    INDEPENDENT = "independent", "independent evaluators"
    OTHER = "other", "somebody else, or the source does not say who"


class FoundIn(Labelled):
    """What kind of look at its results says what came of a policy."""

    EVALUATION = "evaluation", "an evaluation: what changed or what worked"
    MONITORING = "monitoring", "figures of what was done or reached"


class Nation(Labelled):
    """The four nations of the United Kingdom."""

    ENGLAND = "England", "England"
    NORTHERN_IRELAND = "Northern Ireland", "Northern Ireland"
    SCOTLAND = "Scotland", "Scotland"
    WALES = "Wales", "Wales"


class AuthorityType(Labelled):
    """The kind of local authority."""

    METROPOLITAN_DISTRICT = "metropolitan-district", "Metropolitan district"
    UNITARY = "unitary", "Unitary authority"
    NON_METROPOLITAN_DISTRICT = "non-metropolitan-district", "Non-metropolitan district"
    COUNTY = "county", "County council"
    LONDON_BOROUGH = "london-borough", "London borough"
    COMBINED_AUTHORITY = "combined-authority", "Combined authority"
    SCOTTISH_COUNCIL = "scottish-council", "Scottish council"
    WELSH_PRINCIPAL_AREA = "welsh-principal-area", "Welsh principal area"
    NI_DISTRICT = "ni-district", "Northern Ireland district"
    SUI_GENERIS = "sui-generis", "Council of its own kind"


class SystemProperty(Labelled):
    """The five properties of a neighbourhood system that the programme tried to improve."""

    SOCIAL_CONNECTEDNESS = "social-connectedness", "Social connectedness"
    CULTURAL_COHERENCE = "cultural-coherence", "Cultural coherence"
    ECONOMIC_RESOURCES = "economic-resources", "Economic resources"
    ENVIRONMENTAL_CONDITIONS = "environmental-conditions", "Environmental conditions"
    GOVERNANCE_SYSTEMS = "governance-systems", "Governance systems"


class Answer(Labelled):
    """What a reviewer said of the types suggested for a text."""

    APPROVED = "approved", "This type fits"
    REJECTED = "rejected", "No type fits"


class MatchStatus(Labelled):
    """How sure we are of the activity type of a free text."""

    CODED = "coded", "Coded: two passes agreed"
    APPROVED = "approved", "Approved: a reviewer found that this type fits"
    DISPUTED = "disputed", "Two codings disagreed"
    REJECTED = "rejected", "Rejected: a reviewer found that no type fits"
    CANDIDATE = "candidate", "Suggested by computer, not yet checked"
    UNCODED = "uncoded", "Not yet coded"


class LevelKind(Labelled):
    """What a level says, without how sure it is."""

    HELPS = "helps", "Helps"
    UNCLEAR = "unclear", "Not clear"
    NO_DIFFERENCE = "no-difference", "Little or no difference"
    HARMS = "harms", "Does harm"
    NOT_STUDIED = "not-studied", "Not studied"


class Level(StrEnum):
    """What the evidence says of an activity and an outcome, in the order in which levels are listed.

    `rating.yml` says in words what each means.
    """

    kind: LevelKind
    height: int
    """How high it stands, where more that says better moves it up; some stand level with others."""
    sign: str
    """What stands before its words."""

    def __new__(cls, value: str, kind: LevelKind, height: int, sign: str) -> "Level":
        """Make a member from its value and its rank."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.kind, member.height, member.sign = kind, height, sign
        return member

    STRONG = "strong", LevelKind.HELPS, 5, "●●●"
    PROMISING = "promising", LevelKind.HELPS, 4, "●●○"
    EARLY = "early", LevelKind.HELPS, 3, "●○○"
    UNCLEAR = "unclear", LevelKind.UNCLEAR, 2, "?"
    MIXED = "mixed", LevelKind.UNCLEAR, 2, "◐"
    NO_DIFFERENCE = "no-difference", LevelKind.NO_DIFFERENCE, 1, "="
    HARM = "harm", LevelKind.HARMS, 0, "▼"
    NONE = "none", LevelKind.NOT_STUDIED, 2, "○○○"


class Tier(StrEnum):
    """What a comparison can show, in the order in which results of one evaluation may vote.

    `rating.yml` says which comparisons belong where.
    """

    TRIAL = "trial"
    CONTROLLED = "controlled"
    REVIEW = "review"
    OTHER = "other"

    @property
    def can_compare(self) -> bool:
        """Say whether it is a single evaluation that can tell what changed what."""
        return self in (Tier.TRIAL, Tier.CONTROLLED)


class Cap(StrEnum):
    """A caution that keeps a level from going higher; `rating.yml` says how high, and the words."""

    ABSTRACT_ONLY = "abstract_only"
    WEAK_BY_OWN_ACCOUNT = "weak_by_own_account"
    SINGLE_TEAM = "single_team"
    NO_SIMILAR_PLACE = "no_similar_place"
    STAND_INS = "stand_ins"


class Grade(StrEnum):
    """What local experience there is with an activity; `rating.yml` says what each means."""

    EVALUATED = "evaluated"
    MONITORED = "monitored"
    TRIED = "tried"
    NONE = "none"


class Reported(Labelled):
    """How far an item of a reporting guideline is met."""

    MET = "met", "Met"
    IN_PART = "in-part", "In part"
    NOT_KEPT = "not-kept", "Not kept"
    NOT_DONE = "not-done", "Not done"
