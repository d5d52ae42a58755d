"""One made-up work as each program exports it, so that every reader must come to the same."""

RIS_OLD = """\
TY  - JOUR
T1  - Warm rooms for older tenants: a made-up trial
A1  - Quillfeather, Anna B.
A1  - Müller, Jörg
Y1  - 2021/03/04/
JF  - Journal of Invented Housing
VL  - 12
IS  - 3
SP  - 101
EP  - 119
DO  - https://doi.org/10.9999/jih.2021.101
N2  - An abstract that goes
on over two lines.
KW  - warmth
ER  - 
"""
RIS_NEW = (
    RIS_OLD.replace("T1  -", "TI  -")
    .replace("A1  -", "AU  -")
    .replace("Y1  -", "PY  -")
    .replace("JF  -", "T2  -")
    .replace("N2  -", "AB  -")
    .replace("SP  - 101\nEP  - 119", "SP  - 101–119")
)
NBIB = """\
PMID- 99999991
OWN - NLM
DP  - 2021 Mar 4
TI  - Warm rooms for older tenants: a made-up
      trial.
PG  - 101-119
LID - 10.9999/jih.2021.101 [doi]
FAU - Quillfeather, Anna B.
AU  - Quillfeather AB
FAU - Müller, Jörg
AU  - Müller J
JT  - Journal of Invented Housing
TA  - J Inv Hous
VI  - 12
IP  - 3
AB  - An abstract that goes on.
MH  - warmth
PT  - Journal Article
"""
BIBTEX = r"""
@article{Quillfeather:2021,
  title = {Warm rooms for {Older} tenants: a made-up trial},
  author = {Quillfeather, Anna B. and J{\"o}rg M{\"u}ller},
  journal = {Journal of Invented Housing},
  year = 2021, month = mar, volume = {12}, number = {3},
  pages = {101--119},
  doi = {10.9999/jih.2021.101},
  abstract = {An abstract.}, keywords = {warmth},
  file = {/home/anna/warm.pdf},
}
""".replace("{Older}", "{o}lder")
CSL = """\
[{"type": "article-journal", "title": "Warm rooms for older tenants: a made-up trial",
  "author": [{"family": "Quillfeather", "given": "Anna B."}, {"family": "Müller", "given": "Jörg"}],
  "issued": {"date-parts": [[2021, 3, 4]]}, "container-title": "Journal of Invented Housing",
  "volume": "12", "issue": 3, "page": "101-119", "DOI": "10.9999/jih.2021.101", "keyword": "warmth"}]
"""
ZOTERO = """\
"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Abstract Note","Date","Pages",\
"Issue","Volume","Manual Tags"
"AB12","journalArticle","2021","Quillfeather, Anna B.; Müller, Jörg",\
"Warm rooms for older tenants: a made-up trial","Journal of Invented Housing","10.9999/jih.2021.101","",\
"An abstract.","2021","101–119","3","12","warmth"
"""
RAYYAN = """\
key,title,year,month,day,journal,issn,volume,issue,pages,authors,url,language,publisher,location,abstract,notes,doi
rayyan-1,Warm rooms for older tenants: a made-up trial,2021,3,4,Journal of Invented Housing,1234-5678,12,3,101-119,\
"Quillfeather, Anna B. and Müller, Jörg",,,,,An abstract.,\
"see shelf 4 | RAYYAN-INCLUSION: {""Ann""=>""Excluded"", ""Bob""=>""Included""} | \
RAYYAN-EXCLUSION-REASONS: wrong population",10.9999/jih.2021.101
"""
COVIDENCE = """\
Title,Authors,Abstract,Published Year,Published Month,Journal,Volume,Issue,Pages,Accession Number,DOI,Ref,Covidence #,\
Study,Notes,Tags
Warm rooms for older tenants: a made-up trial,"Quillfeather, Anna B.; Müller, Jörg",An abstract.,2021,,\
Journal of Invented Housing,12,3,101-119,,10.9999/jih.2021.101,17,#4,Quillfeather 2021,\
Exclusion reason: Wrong setting; ,warmth
"""
ASREVIEW = """\
record_id;title;authors;year;journal;volume;number;pages;doi;abstract;included
0;Warm rooms for older tenants: a made-up trial;Quillfeather, Anna B.|;2021;Journal of Invented Housing;12;3;101-119;\
10.9999/jih.2021.101;An abstract.;1
""".replace("Quillfeather, Anna B.|", '"Quillfeather, Anna B.; Müller, Jörg"')
SCOPUS = """\
Authors,Title,Year,Source title,Volume,Issue,Art. No.,Page start,Page end,Cited by,DOI,Link,Document Type,EID
"Quillfeather, Anna B.; Müller, Jörg",Warm rooms for older tenants: a made-up trial,2021,\
Journal of Invented Housing,12,3,,101,119,7,10.9999/jih.2021.101,https://example.org/x,Article,2-s2.0-1
"""
EXPORTS = {
    "RIS": RIS_NEW,
    "PubMed (.nbib)": NBIB,
    "BibTeX": BIBTEX,
    "CSL-JSON": CSL,
    "Zotero CSV": ZOTERO,
    "Rayyan CSV": RAYYAN,
    "Covidence CSV": COVIDENCE,
    "ASReview CSV": ASREVIEW,
    "Scopus CSV": SCOPUS,
}
