"""The words by which English texts deny, and those that only sound like it; `negation` reads them.

Patterns are matched against folded words with one space between: "doesn't" is there "doesn t".
"""

import re

from resilience.matching.normalise import root


def _any_of(*ways: str) -> str:
    """Join ways to say it; each may be a row of ways with spaces around their bars."""
    return f"(?:{'|'.join('|'.join(way.split(' | ')) for way in ways)})"


def _pattern(*ways: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_any_of(*ways)}(?!\S)")


def _roots(text: str) -> frozenset[str]:
    return frozenset(map(root, text.split()))


_NOT = r"(?:not|(?<=n )t)"
_DOES = r"(?:(?:do|does|did|is|are|was|were|will|would|can|could|has|have|had)n?|won|cannot)"
_SERVE = _any_of(
    r"offer\w* | provid\w* | run | fund\w* | support\w*",
    r"cover\w* | includ\w* | deliver\w* | plan\w* | organis\w*",
    r"hold | host\w* | extend\w* | deal\w* | appl\w+ | pay for | give | given | intended | meant | available",
    r"eligible | (?:form )?part of | considered | accepted | allowed",
    r"permitted | welcome | spent on | used for",
)
_ENDED = _any_of(
    r"closed(?: down)? | ended | stopped | ceased | withdrawn",
    r"scrapped | axed | abolished | cancelled | suspended",
    r"discontinued | refused | rejected | excluded",
    r"shut(?: down)? | wound (?:up|down) | turned down | phased out | dropped | cut",
)
_PEOPLE = _any_of(
    r"who | those | people | persons? | residents? | households?",
    r"family | families | tenants? | adults? | they",
    r"anyone | anybody | everyone | everybody | someone",
    r"neighbours? | pensioners? | patients? | child(?:ren)?",
    r"pupils? | students? | parents? | m[ae]n | wom[ae]n",
    r"mothers? | fathers? | employers? | employees? | workers?",
    r"landlords? | firms? | clients? | customers? | users? | members? | youngsters? | teenagers? | carers?",
    r"refugees? | migrants?",
)
_WHERE_PEOPLE_LIVE = _any_of(
    r"homes? | houses? | neighbourhoods? | areas? | streets? | villages? | estates? | flats? | property",
    r"properties | buildings? | lives? | living | go | goes | going | gone | left",
)

ANY_TOPIC = _pattern(
    rf"{_NOT} (?:\w+ )?(?:about|to do with|concerned with|related to|aimed at|focused on)",
    rf"{_NOT} (?:meant |intended |available |eligible )?for",
    rf"{_DOES} {_NOT} (?:cover|include|extend to|apply to|deal with|concern|address|involve)",
    r"nothing (?:to do with|about) | (?:everything|anything|all) but",
    r"leav(?:es|ing) out | omit(?:s|ted|ting)?",
    r"unrelated to | other than | instead of | rather than | as opposed to | apart from",
    r"with the exception of | except(?:ing)?(?: for)? | exclude | excludes | excluding | not including",
)
"""What says that a text is not about what follows, whatever that is."""

NEGATIVE = _pattern(
    rf"(?:cannot|can {_NOT}|could {_NOT}) {_SERVE}",
    rf"(?:cannot|can {_NOT}|may not|must not) be {_SERVE}",
    rf"(?<!can )(?<!could ){_NOT}",
    rf"used to {_SERVE} | used to have | formerly",
    r"(?<!ly )(?<!for )(?<!the )(?<!of )excluded(?! from)",
    r"no longer | no | never | neither | nor | without",
)
"""What denies what follows, unless that is a problem: "no befriending service" but not "no loan sharks"."""

ENDING = _pattern(
    r"stop(?:s|ped|ping)? | cease[sd]?(?: to)? | ended",
    r"ending | (?:to|will) (?:end|close|stop) | closure of",
    r"clos(?:es|ing)(?: down)? | closed(?: down)? (?:the|its|our|their|all|both|every|an?)",
    r"withdr(?:aw|aws|ew|awing|awal of)",
    r"ax(?:es|ed|ing) | scrap(?:s|ped|ping)?",
    r"abolish(?:es|ed|ing)? | cancel(?:s|led|ling)? | discontinu(?:e|es|ed|ing) | suspend(?:s|ed|ing)?",
    r"shut(?:s|ting)?(?: down)? | (?:wind(?:s|ing)?|wound) (?:up|down) | phas(?:e|es|ed|ing) out",
    r"(?:refus|declin)(?:e|es|ed|ing) to | decided (?:against|not to)",
    r"cut(?:s|ting)? (?:(?:all |its |the )?(?:funding|support|money|grants?|budgets?) )?(?:for|to|of)",
)
"""What ends what follows, unless that is a problem."""

BACKWARD = _pattern(
    rf"(?:{_DOES} )?(?:{_NOT}|no longer) (?:be |been |being )?{_SERVE}",
    rf"(?:is|are|was|were|has|have|had|be|been|being)(?: being| been)? {_ENDED}(?! (?:to|for)\b)",
    r"(?:is|are|was|were|will be) (?:not|no longer) (?:given|running|on offer|open|there)",
    r"(?:had|has|have) to (?:close|end|fold|shut|stop)",
    r"(?:ended|closed|stopped|folded|finished) (?:in|at|on|last|after|when|because|during|early)",
    r"(?:comes?|came|coming) to an end | closures? | (?:is|are|falls?|lies?) (?:out of|outside)",
)
"""What denies or ends what stands before it."""

STOPS = re.compile(
    r"(?: (?:the|a|an|any|all|our|its|more|young|older|local))*"
    rf" (?:{_PEOPLE}|(?:streets?|roads?|lanes?)(?: to| for)|gaps?|need|date|to|for|circuit|up|with)(?!\S)"
    r"|(?: \S+){1,4} from \S+ing(?!\S)"
)
"""What follows an ending that ends no service: "stop people falling into debt", "close the gap"."""

PURPOSE = _pattern(
    r"so(?: that)? | ensure | ensures | ensuring | mak(?:e|es|ing) sure",
    r"in case | where | when | if | unless",
    r"because | whether",
)
"""Before a "not" it tells of the aim, or of a need, and denies no service."""

LOOK_ALIKES = _pattern(
    # What people lack: "homes without heating", "people who do not use parks".
    rf"(?:{_PEOPLE}|{_WHERE_PEOPLE_LIVE})(?: (?:who|that|which|with|are|is|have|has|had|on|still|currently))*"
    rf" (?:(?:do|does|did|are|is|was|were|have|has|had|can|could|would|may|should)n? )?"
    rf"(?:not|t|no longer|no|without|never)",
    rf"{_NOT} "
    + _any_of(
        r"only | just | simply | merely | solely | necessarily | always",
        r"least | all | every\w* | many | much | more",
        r"less | yet | enough | alone | able | have to | need",
        r"needed | required | eligible for | used to | mention | feel",
        r"left | forgotten | in | at | claim\w* | so | too | very | being | getting | having | for profits?",
    ),
    r"(?<!\S)no "
    + _any_of(
        r"more than | later than | fewer than | less than | one",
        r"body | matter | doubt | wrong door | recourse",
        r"fixed | fault | fees? | costs? | charges? | interest",
        r"obligation | strings | cold call\w* | dig | cook",
        r"mow | limit | upper | age | experience | previous | need | booking | appointment | referral",
        r"membership | go | place like | \d+",
    ),
    r"(?:at|for) no",
    r"no longer (?:be|feel|have|need|able|alone|live|living|work|working|at|in)",
    r"without (?:any )?"
    + _any_of(
        r"charge | costs? | payment | paying | fees? | having",
        r"being | need\w* | waiting | delay | fear | stigma",
        r"judge?ment | interest | leaving | losing | going | walls | borders | limits? | discrimination",
        r"distinction | regard | prejudice | profit | permission | consent | help",
    ),
    r"nothing to do(?! with) | whether or not | if not | or not | no other than",
    r"(?:from|against|prevent\w*|avoid\w*|stop\w*|fight\w*|threat of)(?: the)? (?:closures?|closing)",
    r"(?:roads?|streets?) (?:closures?|closed)",
    r"one stop(?: shops?)? | bus stops? | stop (?:gap|smoking) | stops? at",
    r"(?:end|ending|ends|stop|stopping) the need for",
    rf"(?:cannot|can not|can t|could not|couldn t) (?!(?:be )?{_SERVE}\b)\w+",
)
"""What only sounds like a denial: it speaks of a need, an aim, a price or a manner."""

TURNS = ("but", "instead", "however")
"""Words at which a denial ends."""

CUES = frozenset(
    """
    not t no never neither nor without cannot nothing unrelated other instead rather opposed apart exception
    except excepting exclude excludes excluding excluded closure cut cuts cutting decided wind winds winding
    wound stop stops stopped stopping cease ceases ceased end ended ending close closes closed closing
    withdraw withdraws withdrew withdrawn withdrawing withdrawal axes axed axing scrap scraps scrapped
    scrapping abolish abolishes abolished abolishing cancel cancels cancelled cancelling discontinue
    discontinues discontinued discontinuing suspend suspends suspended suspending shut shuts shutting phase
    phases phased phasing refuse refuses refused refusing used dropped fold formerly ended folded finished
    came come comes coming closures out outside leaves leaving omit omits omitted omitting but decline
    declines declined declining rejected turned
    """.split()  # noqa: SIM905 - a paragraph reads better than a column of hundreds of lines
)
"""Words without which nothing is denied, so that most texts need no closer look."""

CONTEXT = frozenset(
    """
    home build resident grant school preschool older child employer study-design general-charity religion
    health disability animal overseas forces science rescue migrant homeless justice resilience strategy
    poverty clustering enforce licence condition
    """.split()  # noqa: SIM905
)
"""Ideas that tell where and for whom, not what."""

PROBLEMS = _roots(
    """
    poverty loneliness lonely isolation isolated alone damp mould hazard hazardous disrepair overcrowding
    overcrowded litter rubbish waste tipping flytipping graffiti dumping dumped fouling mess pollution fume
    idling debt arrears owe hunger hungry insecurity unemployment unemployed worklessness shark payday
    lender lending usury gambling gamble gambler betting bookmaker bookie casino arcade inequality stigma
    deprivation rogue criminal landlord cold excess smoke smoking diesel traffic emission vehicle motorist
    bill cost bailiff crisis emergency penalty fine substandard unfit poor takeaway asbestos draught exhaust
    predatory extortionate saturation proliferation density sanction stress shock flood weed alley alleyway
    hardship difficulty problem zero unpaid low
    """
)
"""Roots of what nobody wants: to be without it is the aim."""

SERVICES = _roots(
    """
    advice adviser service support action help fund grant team project scheme group club programme policy
    strategy licensing work line parcel bank clinic centre plan licence counselling
    """
)
"""Roots that make of a problem a service against it: "debt advice"."""
