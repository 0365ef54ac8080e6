"""Words from people as they may come: the scripts of the world, emoji, and what wants to be more than words.

One list for all: what cleans, what shows and what exports is tried with the same texts.
"""

from collections.abc import Iterable

from codesign.core.text import COMMENT_LIMIT, clean

LANGUAGES = {
    "English": "You keep your phone, don't you?",
    "Spanish": "¿Qué harías tú, mañana o pasado?",
    "French": "Où ça ? À l’école, bien sûr.",
    "German": "Größe, Übung, süß",
    "Portuguese": "Não, amanhã às três",
    "Polish": "Zażółć gęślą jaźń",
    "Czech": "Příliš žluťoučký kůň",
    "Hungarian": "árvíztűrő tükörfúrógép",
    "Romanian": "șase țări și o bancă",
    "Turkish": "İstanbul'da ığdır çok güzel",
    "Icelandic": "Kæmi ný öxi hér",
    "Navajo": "Yáʼátʼééh, shí éí",
    "Hawaiian": "ʻOkina a me ke kahakō",
    "Haitian Creole": "Mwen pa konprann sa a, mèsi",
    "Somali": "Waan ku faraxsanahay",
    "Yoruba": "Ẹ káàárọ̀, ṣé dáadáa ni",
    "Vietnamese": "Tôi không đồng ý với điều này, tiếng Việt",
    "Greek": "Ξεσκεπάζω την ψυχοφθόρα",
    "Russian": "Съешь ещё этих мягких булок",
    "Ukrainian": "Ґанок, їжак, є",
    "Armenian": "Բարեւ ձեզ",
    "Georgian": "გამარჯობა",
    "Hebrew": "שָׁלוֹם לְכֻלָּם",
    "Arabic": "السَّلَامُ عَلَيْكُمْ",
    "Persian": "می\u200cخواهم کتاب\u200cها را",
    "Urdu": "آپ کیسے ہیں؟",
    "Hindi": "क्षत्रिय हिन्दी में",
    "Hindi with joiners": "क्\u200dष और क्\u200cष",
    "Bengali": "আমি বাংলায় লিখি",
    "Tamil": "நான் தமிழில் எழுதுகிறேன்",
    "Sinhala": "ශ්\u200dරී ලංකා",
    "Thai": "ฉันไม่เข้าใจที่นี่",
    "Khmer": "ខ្ញុំមិនយល់ទេ",
    "Burmese": "မင်္ဂလာပါ",
    "Amharic": "ሰላም ለሁላችሁ",
    "Chinese": "我不同意这条规则。",
    "Japanese": "ガムをかんではいけません",
    "Korean": "저는 동의하지 않아요",
    "Cherokee": "ᎣᏏᏲ ᏗᎦᏃᎮᎵᏗ",
    "Tibetan": "བཀྲ་ཤིས་བདེ་ལེགས།",
    "Punjabi": "ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ ਜੀ",
    "Gujarati": "નમસ્તે, કેમ છો",
    "Odia": "ନମସ୍କାର, କେମିତି ଅଛନ୍ତି",
    "Telugu": "నమస్కారం, ఎలా ఉన్నారు",
    "Kannada": "ನಮಸ್ಕಾರ, ಹೇಗಿದ್ದೀರಿ",
    "Malayalam": "നമസ്കാരം, സുഖമാണോ",
    "Lao": "ສະບາຍດີ ບໍ່ເຂົ້າໃຈ",
    "Maldivian": "އައްސަލާމު ޢަލައިކުމް",
    "Syriac": "ܫܠܡܐ ܥܠܟܘܢ",
    "Tamazight": "ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ",
    "N'Ko": "ߌ ߣߌ ߛߐ߲߬ߜߐߡߊ",
    "Inuktitut": "ᐊᐃᓐᖓᐃ ᖃᓄᐃᑉᐱᑦ",
    "Mongolian": "ᠰᠠᠶᠢᠨ ᠪᠠᠶᠢᠨᠠ ᠤᠤ",
    "Javanese": "ꦱꦸꦒꦼꦁ ꦫꦮꦸꦃ",
}
EMOJI = {
    "family": "👨‍👩‍👧‍👦",
    "couple": "👩‍❤️‍💋‍👩",
    "skin tone": "👍🏽",
    "worker": "🧑🏿‍🚀",
    "flag": "🇺🇸🇲🇽",
    "rainbow flag": "🏳️‍🌈",
    "trans flag": "🏳️‍⚧️",
    "keycap": "1️⃣",
    "heart": "❤️",
    "woman shrugging": "🤷🏾‍♀️",
}

ESCAPES = [
    "\x1b]0;title\x07after",
    "\x1b[2Jcleared",
    "\x1b]8;;http://x.org\x1b\\a link\x1b]8;;\x1b\\",
    "\x1b]52;c;c3RvbGVu\x07copied",
    "\x9b31mred\x9c \x90dcs\x9c \x1bPq#0\x1b\\picture",
    "\x1b[?1049lleft \x1bc reset \x1b[6n asked",
    "bell\x07 back\x08\x08 nul\x00 del\x7f\rover",
]
HIDDEN = [
    "a \u202eevil\u202c b",
    "\u2067x\u2069 \u200ey\u200f \u061cz",
    "zero\u200bwidth \ufeffmark \u00adhyphen \U000e0041tag",
    "e" + "\u0301" * 200,
    "z\u0335\u0321\u0353\u0301\u0489a\u0336\u0348\u0301\u0302l\u0337\u0353\u0301g\u0338\u0321o",
    "line one\nline two\r\n\u2028three\x85four",
]
MARKUP = [
    "close [/nope] it",
    "[they] should",
    "[@click=app.quit]tap[/]",
    "x [/path",
    "[LOL]",
    "[$primary]",
    "[link=http://x]y[/link]",
    "[bold red on white]loud[/]",
    "$t and $1 + $2$",
]
HOSTILE = [*ESCAPES, *HIDDEN, *MARKUP]


def bundles(texts: Iterable[str], width: int) -> list[str]:
    """Texts side by side, as many as fit into so many characters: every one is tried, in fewer pages."""
    found = [""]
    for text in (clean(text, COMMENT_LIMIT) for text in texts):
        joined = f"{found[-1]} / {text}".removeprefix(" / ")
        if len(joined) <= width:
            found[-1] = joined
        else:
            found.append(text)
    return found
