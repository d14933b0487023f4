"""The words that announce a number, a date or an address, and the forms these have.

Each pattern: Presidio's entity name (ADDRESS and others are ours), the reason for the reviewer, the
score, and an expression whose group ``value`` is the identifier; ``[ ]`` is any blank.
"""

from __future__ import annotations

_MONTH = (
    r"(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|"
    r"SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)"
)
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[ ./-]{{0,2}}{_MONTH}\.?[ .,/-]{{0,2}}(?:\d{{4}}|\d{{2}})"
    rf"|{_MONTH}\.?[ ]\d{{1,2}}(?:st|nd|rd|th)?,?[ ]{{1,3}}\d{{4}}"
    r"|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})"
)
_OF = r"[ ]{0,2}(?:NO\.?|NR\.?|NBR\.?|NUMBER|NUM\.?|#|N[°º])?[ ]{0,2}[:#=-]?[ ]{0,3}"
_NUMBER = r"(?=(?:[A-Z./ -]*\d){4})(?P<value>[A-Z]{0,3}[ -]?\d[\dA-Z]*(?:[./ -]\d[\dA-Z]*){0,4})"

_BIRTH = r"DATE(?:[ ]AND[ ]PLACE)?[ ]OF[ ]BIRTH"
_WORDS = r"(?P<value>[^\W\d_][\w'’-]+(?:[ ,]{1,2}[^\W\d_][\w'’-]+){0,3}?)"
_CLOSE = r"(?=[ ]*(?:[.,;/)\n]|$|[ ]{2}))"

# A house number and a street, perhaps an apartment; or a street and a house number.
_FLAT = r"(?:,?[ ](?:APT|APARTMENT|FLAT|SUITE|UNIT|FLOOR)\.?[ ]?(?:NO\.?[ ]?)?[\dA-Z]{1,5}\b)?"
_STREET_WORD = (
    r"(?:STREET|ST|ROAD|RD|AVENUE|AVE|LANE|LN|DRIVE|DR|BOULEVARD|BLVD|COURT|CT|PLACE|PL|SQUARE|SQ|"
    r"TERRACE|WAY|CIRCLE|CRESCENT|HIGHWAY|HWY)\b\.?(?:[ ](?:NW|NE|SW|SE)\b)?"
)
_LINK = r"(?:AND|THE|TO|IN|FOR|OR|BY|ON|WITH|FROM|ARE|WERE)\b"
_STREET = (
    rf"(?:\d{{1,5}}[A-Z]?,?[ ](?:(?!{_LINK})[^\W_][\w.'’-]*[ ]){{1,4}}?{_STREET_WORD}{_FLAT}"
    r"|\d{1,5},?[ ](?:BIS[ ])?(?:RUE|AVENUE|BOULEVARD|RUA|VIA|CALLE|PLACE)[ ]"
    r"(?:[^\W\d_][\w.'’-]*[ ]?){1,4}"
    r"|(?:CALLE|AVENIDA|AV\.|AVDA\.?|RUE|RUA|VIA|JALAN|JL\.)[ ]"
    rf"(?:[^\W\d_][\w.'’-]*[ ,]{{1,2}}){{1,4}}(?:NO\.?[ ]?)?\d{{1,5}}{_FLAT})"
)

PATTERNS: tuple[tuple[str, str, float, str], ...] = (
    (
        "PASSPORT",
        "is introduced as a passport number",
        0.85,
        rf"\b(?:PASSPORTS?|PPT|PPN|PASAPORTE|PASSEPORT)\b{_OF}(?:IS[ ]|WAS[ ])?"
        r"(?:(?:NO\.?|NUMBER|#)[ ]{0,2})?"
        rf"{_NUMBER}",
    ),
    (
        "PASSPORT",
        "follows the type of a passport",
        0.8,
        r"\b(?:PASSPORT|PASAPORTE|PASSEPORT)[ ]?:[ ]{0,2}(?:[^\W\d_]{3,}[ ,]{1,2}){1,3}"
        r"(?:NO\.?[ ]?|NUMBER[ ]|#)?(?P<value>[A-Z]{0,2}[ -]?\d{4,}\d*)(?!\w)",
    ),
    (
        "NATIONAL_ID",
        "is introduced as a national identity number",
        0.85,
        r"\b(?:NATIONAL[ ](?:ID(?:ENTITY|ENTIFICATION)?)(?:[ ]CARD)?|IDENTITY[ ]CARD|ID[ ]CARD|"
        r"AADHAAR|CPF|PESEL|SNILS|NRIC|NIF|BSN|TCKN|TAX(?:PAYER)?[ ](?:ID|NUMBER)|"
        r"DRIVER['’]?S?[ ]LICEN[SC]E|LAISSEZ[ -]PASSER|RESIDENCE[ ]PERMIT|SOCIAL[ ]INSURANCE|"
        r"CEDULA(?:[ ]DE[ ]IDENTIDAD)?|C\.?[ ]?I\.|D\.?N\.?I\.?|RUT|CURP|CARNET|CNIC|IIN|"
        r"PERSONAL[ ](?:ID|CODE|NUMBER)|CARTE[ ]D['’]IDENTITE|CARTEIRA[ ]DE[ ]IDENTIDADE)"
        rf"{_OF}{_NUMBER}",
    ),
    (
        # Abbreviations of such numbers may be words too: an INN, the NIC office.
        "NATIONAL_ID",
        "is introduced as a national number of six digits or more",
        0.8,
        rf"\b(?:NIN|NIC|INN|RFC|NIE){_OF}(?=(?:[A-Z./ -]?\d){{6}}|[A-Z]{{3,4}}\d{{6}})"
        r"(?P<value>[A-Z]{0,4}[ -]?\d[\dA-Z]*(?:[./ -]\d[\dA-Z]*){0,4})(?!\w)",
    ),
    (
        "VISA_NUMBER",
        "is introduced as a visa, alien or case number",
        0.8,
        r"\b(?:VISA(?:[ ]FOIL)?(?:[ ]CASE)?|ALIEN(?:[ ]REGISTRATION)?|FOIL|A-?NUMBER|"
        rf"SEVIS(?:[ ]ID)?|CASE[ ]ID|PETITION|I-94)[ ](?:NO\.?|NR\.?|NUMBER|#){_OF}{_NUMBER}",
    ),
    (
        "VISA_NUMBER",
        "has the form of an alien number after its name",
        0.8,
        r"\bA-?[ ]?NUMBER[ ]?[:#]?[ ]{0,2}(?P<value>A?[ -]?\d{3}[ -]?\d{3}[ -]?\d{2,3})(?!\w)",
    ),
    (
        "VISA_NUMBER",
        "has the form of a consular case number after its name",
        0.8,
        r"\bCASE(?:[ ](?:NO\.?|NUMBER|ID))?[ ]?[:#]?[ ]{0,2}"
        r"(?P<value>[A-Z]{3}[ ]?\d{4}[ ]?\d{3}[ ]?\d{3})(?!\w)",
    ),
    (
        "DATE_OF_BIRTH",
        "is introduced as a date of birth",
        0.85,
        rf"\b(?:D\.?P?\.?O\.?B\.?|{_BIRTH}|BORN(?:[ ]ON)?|BIRTH(?:DAY|[ ]?DATE)|"
        r"FECHA[ ]DE[ ]NACIMIENTO|NACIDO(?:[ ]EL)?|N[ÉE]E?[ ]LE)[ ]{0,2}[:=-]?[ ]{0,3}"
        rf"(?:IS[ ]|WAS[ ])?(?P<value>{_DATE})",
    ),
    (
        "PLACE_OF_BIRTH",
        "is introduced as a place of birth",
        0.75,
        r"\b(?:P\.?O\.?B\.?(?:[ ]{0,2}[:=-])?|"
        r"(?:PLACE[ ]OF[ ]BIRTH|BIRTH[ ]?PLACE|LUGAR[ ]DE[ ]NACIMIENTO)[ ]{0,2}[:=-])"
        rf"[ ]{{0,3}}{_WORDS}{_CLOSE}",
    ),
    (
        "PLACE_OF_BIRTH",
        "follows a date of birth",
        0.7,
        rf"\b(?:DPOB|{_BIRTH}|DPB)[ ]{{0,2}}[:=-]?[ ]{{0,3}}{_DATE}[,;/ ]{{1,3}}(?:IN[ ])?"
        rf"{_WORDS}{_CLOSE}",
    ),
    (
        "PHONE_NUMBER",
        "is introduced as a telephone number",
        0.8,
        r"\b(?:TEL(?:EPHONE|EFONO|\.)?|PHONE|FAX|CELL(?:PHONE|ULAR)?|MOBILE|MOB\.|STE|IVG|HOME|OFFICE)"
        r"(?:[ ](?:NO\.?|NUMBER|NR\.?|PHONE|TEL\.?))?[ ]{0,2}(?:[:.#]|IS\b|AT\b)?[ ]{0,3}"
        r"(?:(?:DSN|AUTOVON|AV|COMM?(?:ERCIAL)?)[ ]?:?[ ]?)?"
        r"(?P<value>(?:\+|\(|\b)\d[\d() .-]{5,20}\d)(?!\d)",
    ),
    (
        "PHONE_NUMBER",
        "is introduced as a number of the forces' network",
        0.8,
        r"\b(?:DSN|AUTOVON|AV)[ ]?:?[ ]?(?P<value>(?:\d{3}[ -])?\d{3}-\d{4})(?![\w-])",
    ),
    (
        "PHONE_NUMBER",
        "is introduced as an extension",
        0.8,
        r"(?<!\w)(?<!\d[ ])(?:EXT(?:ENSION)?\.?|X)[ ]?"
        r"(?P<value>(?:\d{3}-)?\d{3}-\d{4}|\d-\d{4})(?![\w-])",
    ),
    (
        "PHONE_NUMBER",
        "follows a name inside brackets",
        0.8,
        r"\([^()\d\n]{3,60}[,;:][ ]{0,2}(?P<value>(?:\d{3}[-.])?\d{3}[-.]\d{4})[ ]?\)",
    ),
    (
        "ADDRESS",
        "is introduced as an address",
        0.75,
        r"\b(?:(?:HOME|STREET|RESIDENTIAL|MAILING)[ ])?(?:ADDRESS(?:[ ]IS|[ ]?:)|DOMICILIO[ ]?:|"
        r"(?:RESID(?:ES|ED|ING)|LIV(?:ES|ED|ING))[ ]AT|RESIDENCE[ ]?:)[ ]{0,3}"
        rf"(?P<value>(?:(?:FLAT|APT\.?|APARTMENT|SUITE|UNIT)[ ]\d{{1,5}}[A-Z]?,[ ])?{_STREET})",
    ),
    (
        "ACCOUNT_NUMBER",
        "is introduced as an account number",
        0.8,
        r"\b(?:(?:BANK[ ])?(?:ACCOUNT|ACCT\.?|A/C)|CUENTA|KONTO|COMPTE)[ ](?:NO\.?|NR\.?|NUMBER|#)"
        rf"{_OF}{_NUMBER}",
    ),
    (
        "VEHICLE_PLATE",
        "is introduced as a vehicle plate",
        0.75,
        r"\b(?:LICEN[SC]E[ ]PLATES?|PLATES?|TAGS?[ ]NUMBER)[ ](?:NO\.?|NR\.?|NUMBER|#)"
        rf"{_OF}{_NUMBER}",
    ),
)
