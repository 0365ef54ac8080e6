"""What it is to take something away from youth or to watch them: what somebody does, and what is done."""

import re

_TAKE = (
    r"(?:hold|take|collect|confiscat|remov|search|check|inspect|read|look|monitor|requir(?!ed to)|requests? (?:that|you)"
    r"|lock|delet|keep|record|listen"
    r"|supervis|conduct|disabl|block|limit|restrict|turn off|turn down|switch off|watch|view|open|approv|decid|pre-?approv"
    r"|cancel|deny"
    r"|denie|refus|suspend|revok|withdraw|withh[oe]ld|friend|track|sits? (?:in|beside|next|with)|stays? (?:on|with you on)"
    r"|dial|intercept|disclos|share|go(?:es)? through|see|access|review|ask to see|paus|retain|copy|store|use (?:my|your"
    r"|the (?:image|picture|photo)s?)|demand|seize|cut|install|log|clear|screen|vet|scan|sets? (?:the|your)|ha(?:s|ve) (?:the "
    r"|a )?(?:final |last )?say|determin|(?:let|tell|inform|notify|contact)s? (?:your|their|the young person[’']s|an?"
    r"|the) (?:\w+ )?(?:social|parent|famil|guardian|school|employer|probation|placing)|extend|impos|filter|trace|photograph"
    r"|deactivat|disconnect|exclud|evict|expel|sanction|penali|charge (?:you|residents|for)|insist|declin|gather|censor"
    r"|overrid|reduc|shorten|curtail|escort|observ|overse|spot-?check|verif|audit|examin|introduc\w* [^.;]{0,30}(?:limit"
    r"|restriction|cut-?off|ban|curfew|rule)|be present|attend|accompan|(?:turn"
    r"|switch|shut|power)s? (?:[\w-]+ ){1,4}(?:off|down)|prohibit|ban"
    r"|forbid|ask (?:(?:you|any|a)\b|for(?! consent| permission))|pull|stop|shut|end|close|reserv)\w*"
)
DOES_TAKE = re.compile(
    rf"^\W*(?:(?:may|can|could|will|shall|must|should|might|to|has|have|had|is|are|[’']ll|also|then|always|often|only|randomly"
    rf"|regularly|at|his|or|her|sole|its|own|in|discretion|judg?ment|routinely|on \w+|of the \w+|and|the|any|time|allowed|able"
    rf"|not(?= only)|the right|right|reserves?|need|have|required|expected|authori[sz]ed|entitled|permitted|choose|decide|it"
    rf"|still|from time to time|\w+ly),? )*{_TAKE}\b",
    re.IGNORECASE,
)
AND_TAKES = re.compile(
    r"(?:\band|\bor|,) (?:then )?(?:hold|take|collect|search|check|read|keep|confiscate|remove|lock)s? (?:the|your|any"
    r"|all) (?!log|note|proof|evidence|receipt|record)",
    re.IGNORECASE,
)
TAKEN = (
    r"(?:held|retrieved|taken|collected|confiscated|removed|searched|checked|inspected|read|monitored|locked|deleted|kept"
    r"|recorded"
    r"|opened|listened|supervised|disabled|blocked|limited|restricted|turned (?:off|in|over|down)|switched off|shut (?:off"
    r"|down)|watched|viewed|denied|refused|suspended|revoked|withdrawn|withheld|tracked|intercepted|disclosed|shared with"
    r"|looked (?:at|over|through)|gone through|reviewed|paused|retained|stored|handed (?:in|over|to)|given (?:up|to staff)"
    r"|surrendered|put (?:away|in (?:the|a) (?:office|safe|box|bin|locker|drawer|basket|tray))|packed away|left (?:in|at|with"
    r"|by)|placed|closed|capped|asked for|binned|discarded|gathered|bagged|boxed|inventoried|muted|silenced|disconnected"
    r"|deactivated"
    r"|throttled|rationed|approved|pre-approved|accompanied|escorted|photographed|overseen|excluded|sanctioned|penali[sz]ed"
    r"|cancelled|cut|logged|filmed|audited|filtered|seized|forfeited|unplugged|thrown|impounded"
    r"|discharged|expelled|evicted|terminated|exited|banned|prohibited|forbidden|barred|grounded|suspended|removed|earned"
    r"|charged to|deemed|installed|fitted|submitted|scanned|passed on|left outside|owed|moved|treated as|asked to leave"
    r"|written (?:on|up|down)|on (?:speaker|video|file|camera)|swept|docked|plugged in|screened|disposed|printed|copied"
    r"|entered|sent to(?! (?:you|residents|youth|young|every))|given to|fined|pulled|powered)"
)
