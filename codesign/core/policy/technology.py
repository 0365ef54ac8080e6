"""The words by which a sentence of a policy is about technology."""

from codesign.core.policy.phrases import any_of

_DEVICES = (
    r"(?:smart|cell|mobile|flip|tele)?-?\s?phones?|cells|mobiles|handsets?|devices?|electronics?|electronic|gadgets?|equipment",
    r"tablets?|i-?pads?|laptops?|computers?|chromebooks?|consoles?|x-?box(?:es)?|play ?stations?|nintendos?|routers?",
    r"(?:smart|apple) ?watch(?:es)?|head(?:phones?|sets?)|ear(?:buds?|phones?|pods?)|air-?(?:pods?|tags?)|chargers?|charging"
    r"|sims?|sim cards?",
    r"web ?cams?|cameras?|cctv|surveillance|footage|drones?|alexa|speakers?|switch(?=es| console| game)|ps ?[45]|controllers?"
    r"|e-?readers?|kindles?",
    r"usb\w*|flash drives?|printers?|keyboards?|walkie\w*|pagers?|beepers?|ring ?tones?|voice ?mails?|data plans?|prepaid",
)
_NETWORKS = (
    r"wi-?fi|wireless|internet|on-?line|networks?|hot-?spot\w*|vpns?|bluetooth|air-?drop(?:s|ped|ping)?|web ?sites?|the web",
    r"brows(?:e|ers?|ing)|filters?|filtered|filtering|down-?load(?:s|ed|ing)?|stream(?:s|ed|ing)?|live-?stream\w*|screens?"
    r"|digital",
    r"(?:information )?technology|geo-?\w+|gps|location (?:sharing|services|tracking)|(?:live|your|their) location|tracking"
    r"|parental[- ]control\w*",
    r"sites?(?= are| is| that| for|,|\.| of your)|(?:web|dating|gambling|porn\w*|chat|betting|adult|fan) sites?|porn\w*"
    r"|search history|history is",
    r"up-?load(?:s|ed|ing)?|chat ?rooms?|chatting|group chats?|chats?|forums?|memes?|virus\w*|malware|hack(?:s|ed|ing|ers?)?"
    r"|incognito|software|data",
)
_APPS = (
    r"social (?:media|network\w*)|apps?|insta(?:gram)?|snap(?: ?chat)?|tik ?tok|face ?book|discord|whats ?app|you ?tube"
    r"|twitter|twitch",
    r"reddit|messenger|face ?time|zoom|skype|google|netflix|chat ?gpt|chat ?bots?|ai|deep ?fakes?|cash ?app|venmo|zelle"
    r"|pay ?pal",
    r"tinder|grindr|only ?fans|roblox|fortnite|minecraft|gam(?:es?|ing|ers?)|accounts?|log-?ins?|profiles?|group chats?"
    r"|followers",
)
_ACTS = (
    r"pass ?(?:words?|codes?)|e-?mail(?:s|ed|ing)?|text(?:s|ed|ing)|by text|text messag\w+|messag(?:es?|ed|ing)|dms?|sext\w*"
    r"|nudes?",
    r"photo(?:s|graphs?|graphy|graphed|graphing)?|pictures?|selfies?|videos?|film(?:s|ed|ing)|recordings?|record sound"
    r"|screen ?shots?",
    r"tag(?:s|ged|ging)|(?:re-?)?post(?:s|ed|ing)? (?:about|pictures?|photos?|anything)|(?:phone |telephone |outgoing "
    r"|incoming |video )?calls",
    r"phoned|telephoned|video ?phones?|rings? (?:you|out|in|home|us)|your cell|my cell|cell back|post(?:ing)? (?:from|before"
    r"|about|on)|(?:you|they|not|n[’']t|never|or) post(?! (?:an? )?(?:letter|parcel|card|notice|bail|office|box))|(?:your"
    r"|their|our|all|of) posts|block(?:s|ed|ing)? (?:people|someone|accounts|numbers|a)|text (?:our|us|the|your|staff)"
    r"|handles|gamer ?tags?|televisions?|tvs?|cyber\w*|images?|clips?|voice notes?|(?:call|ring|phone)s? (?:the house|home"
    r"|your|their|a|my)|(?:friend|follow)s? requests?",
    r"(?:un)?friend(?:s|ed|ing)? (?:staff|residents?|youth|them|each)|going live|go live|followed|swip(?:e|ing)|dox\w*"
    r"|catfish\w*|crypto\w*|bitcoin|gift cards?",
    r"(?:an?|one|two|three|four|\d+|personal|private|minutes?|the|any|first|last|next|this|that|their|all|weekly"
    r"|daily) (?:\w+-minute )?calls?|call (?:time|logs?|lists?|history)|calling|friends? lists?",
)
_MORE = (
    r"(?:explicit|violent|sexual|adult|offensive|inappropriate|indecent|pornographic) (?:content|material|media)|modems?"
    r"|broadband|bandwidth|pcs?|desktops?|mac ?books?|power ?banks?|podcasts?|usernames?|voice assistants?|siri"
    r"|log(?:ged|ging)? (?:on|off|out|into)|spyware|trackers?|audio|land-?lines?|texts|a text|qr codes?|body-?cams?|body-worn"
    r"|ankle monitors?|fitbits?|ear buds?|speakerphones?|search engines?|cloud storage|blogs?|v-?log\w*|photographers?"
    r"|photographic|i[ct]{1,2} (?:suite|room)|e-?safety|record (?:a conversation|conversations?|other|people|staff|any ?one"
    r"|any ?body|each other|sessions?|meetings?|groups?)|microphones?|mics?|(?:can|to|may) ring|(?:an?|any|the|each"
    r"|every) posts? (?:that|about|online)|(?:call|text)s? or (?:text"
    r"|call)s?|(?:cell|mobile) (?:reception|numbers?|data)|(?:your|my|their|the|any) mobile"
    r"(?! (?:crisis|health|unit|team|clinic|library|outreach|home))|sites (?:you|visited)|web access|skyp\w+|snapchat\w*"
    r"|tech(?= policy| use| rules?|-free)",
    r"(?:shar|giv|swap|exchang|block)\w* (?:out )?(?:(?:your|their|his|her|my|our|an?|any) )?numbers?(?! of)"
    r"|lap ?tops?|data ?bases?|dial(?:s|led|ling)?|(?:each|every|any|no|your|a youth[’']s) calls?|your cell\b|cell in"
    r"|mobile reception|a mobile",
    r"(?:do not|don[’']t|never|may|to) record|likeness|blue light|coding club|text (?:\w+ to \d+|stop|start|home|safe|help)"
    r"|text young people|text youth|text with|ringers?|(?:new|phone|saved) contacts|(?:personal|phone|private) numbers?"
    r"|house line|notifications?|coding|cell (?:use|usage)|on the switch|(?:you|to|may|not|never|they) film|radios?"
    r"|cd players?|dvds?|stereos?|mp3\w*|tele(?:health|therapy|visits?)|scams?|cables?|portals?|block and report|(?:first|last"
    r"|only|next) calls?|(?:may|can|to) (?:call|text|phone|message)",
)
TECHNOLOGY = any_of(*_DEVICES, *_NETWORKS, *_APPS, *_ACTS, *_MORE)
NOT_TECHNOLOGY = any_of(
    r"graffiti tags|virus that|piano keyboards?|(?:whole|big|bigger) picture|hang pictures|screen (?:visitors|callers"
    r"|applicants)|web of|snap decisions?",
    r"(?:into|on|own|an?|petty cash) accounts?(?: of| for)?(?= |,|\.)(?! online| on| with)|accounts for|app[’']t"
    r"|tablets? must be swallowed|swallow\w* tablets?",
    r"tablets? with (?:water|food|milk)|network of|stream(?:lined|line)|chat with (?:your|a|the) (?:key )?worker"
    r"|(?:over-the-counter|medicine|medication|salt) tablets?|tablets?(?=[^.]*\b(?:nurse|medic\w*|pills?|dose|prescri\w+)\b)",
    r"(?:medication|pills?)[^.]*tablets?|police cells?|(?:photo|picture) id\w*|(?:water|air|furnace|lint|coffee) filters?"
    r"|filters? (?:in|of) the",
    r"(?:tb|health|drug|door|window|fly|smoke) screens?|screen(?:ed|ing)|(?:sick|roll|cat|close) calls|calls (?:in )?sick",
    r"(?:board|card|ball|pick-?up|basketball|football|soccer) games?|game (?:room|night)|(?:bank|savings|checking) accounts?",
    r"sports equipment|(?:kitchen|cleaning|gym|safety|cooking|exercise) equipment|(?:big )?picture(?:d)? (?:windows?|frames?)",
    r"on-call|call (?:911|9-1-1|the police|out)|support networks?|peer networks?|name tags?|price tags?|postal"
    r"|posted on the (?:kitchen|board|wall|door)|log (?:book|sheet)",
)
"""Taken out before a sentence is asked whether it is about technology."""
