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
    """Which way a result points for the people concerned."""

    BENEFIT = "benefit", "Benefit"
    NO_DIFFERENCE = "no-difference", "No difference"
    MIXED = "mixed", "Mixed"
    HARM = "harm", "Harm"
    UNCLEAR = "unclear", "Unclear"


class Better(Labelled):
    """Which end of a measure is better for people, where the source says so."""

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
    OTHER = "other", "Other (see the measure)"

    @property
    def is_ratio(self) -> bool:
        """Say whether no effect is 1 (ratios) rather than 0 (differences)."""
        return self in (Metric.OR, Metric.RR, Metric.HR, Metric.RATE_RATIO)


class PoolUse(Labelled):
    """What may be done with a set of results on one question."""

    POOLED = "pooled", "Pooled into one number"
    SUBGROUPS = "subgroups", "Shown in groups, without one number for all"
    SIDE_BY_SIDE = "side-by-side", "Shown side by side"
    DIRECTION_ONLY = "direction-only", "Counted by direction"


class Read(Labelled):
    """How much of a source the coder read."""

    ABSTRACT = "abstract", "the abstract"
    OPENING = "opening", "the opening part of a public page"
    FULL_TEXT = "full-text", "the full text"


class Coders(Labelled):
    """How many people coded a record, and whether they agreed."""

    SINGLE = "single", "one coder"
    DOUBLE_AGREED = "double-agreed", "two coders, who agreed"
    DOUBLE_DISPUTED = "double-disputed", "two coders, who disagreed"


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

    CODED = "coded", "Coded: two coders agreed"
    APPROVED = "approved", "Approved: a reviewer accepted a match"
    DISPUTED = "disputed", "Disputed: two coders disagreed"
    REJECTED = "rejected", "Rejected: a reviewer found that no type fits"
    CANDIDATE = "candidate", "Candidate: suggested by the matcher, not yet checked"
    UNCODED = "uncoded", "Not yet coded"


class Level(StrEnum):
    """How good the evidence for an activity type is; `rating.yml` says what each means."""

    STRONG = "strong"
    PROMISING = "promising"
    MIXED = "mixed"
    NOT_SUPPORTED = "not-supported"
    EARLY = "early"
    NONE = "none"


class Tier(StrEnum):
    """What a design can show; `rating.yml` says which designs belong where."""

    TRIAL = "trial"
    CONTROLLED = "controlled"
    REVIEW = "review"
    ASSOCIATION = "association"
    OTHER = "other"


class Cap(StrEnum):
    """A caution that keeps a rating from going higher."""

    ABSTRACT_ONLY = "abstract_only"
    WEAK_BY_OWN_ACCOUNT = "weak_by_own_account"
    SINGLE_TEAM = "single_team"
    NO_SIMILAR_PLACE = "no_similar_place"


class Grade(StrEnum):
    """What local experience there is with an activity; `rating.yml` says what each means."""

    EVALUATED = "evaluated"
    TRIED = "tried"
    NONE = "none"
