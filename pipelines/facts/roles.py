"""The offices that named persons hold; `data/role_first_words.txt` has how each begins."""

ACTING = (
    r"(?:(?:pj|plt|plh|pjs|pps|pgs|penjabat|pelaksana\s+(?:tugas|harian)|pejabat\s+sementara|"
    r"pejabat\s+pengganti\s+sementara|wakil)\.?(?:\s?\(\w+\))?\s+){0,2}"
)
"""Acting, deputy and the like before an office."""

HEADS = (
    r"account\s+(?:representative(?:\s+khusus)?|executive)|(?:relationship|marketing)\s+officer|petugas\s+pemeriksa(?:an)?|mediator|"
    r"p[ea]nata(?:\s+(?:muda|madya|senior|utama))?|juru\s+bicara|jubir|analis|"
    r"jaksa(?!\s+agung)(?:\s+(?:pengacara\s+negara|penuntut\s+umum|fungsional))?|bupati|wal[iy]\s?kota|gubernur|wabup|wawali|wagub|wawalkot|sekda(?:provsu|prov|kab|ko|kot)?|"
    r"sekkab|sekkot|sekprov|administratur|ephorus|praeses|sekretaris|asda|"
    r"asisten(?:\s+(?:[IVX]{1,3}\b|\d\b))?|kepala|kadis\w*|kabid|kabag|kakanwil|kakacab|kacab|"
    r"kasi(?:e|datun|intel|pidsus|pidum)?\b|kasudis|kasudin|kajari|kajati|kapolres\w*|kapolsek|danramil|kapolda|ketua(?:\s+umum)?|direktur(?:\s+utama)?|dirut|"
    r"dir(?:jen|lantas|binmas|eskrim(?:sus|um)|samapta|intelkam|polairud)\b|deputi|rektor|dekan|camat|lurah|wali\s+nagari|keuchik|menteri|presiden|staf\s+(?:ahli|khusus)|"
    r"karo|karumkit|kabiro|kaban|kasubb?ag|kasubdit|kanit|kapus|sekwan|sekdes|sekcam|jam(?:datun|pidsus|pidum|intel)|"
    r"manager|manajer|pimpinan|koo?rdinator|inspektur|anggota\s+(?:dprd|dpr|dpd|komisi|pansus)|"
    r"perwakilan|wakil(?=\s+dari\s+b(?:pj?s?|adan\s+peny))|ketum|superintendent|ceo|komisioner|penghulu|pejabat\s+pengganti\s+sementara|(?:pejabat|penjabat)\s+sementara|dandim|kasdim|kasrem|pabung|danyon\w*|komandan|dewan\s+pengawas|(?:general|branch|relationship|area|account)\s+manager|direksi|(?:sub)?koordinator|"
    r"bendesa(?:\s+adat)?|perbekel|kuwu|pambakal|geuchik|peratin|sangadi|pangulu|reje|"
    r"vikaris(?:\s+jenderal)?|uskup|supervisor|danlanal|danrem|"
    r"asdep|asisten\s+deputi|(?:associate\s+|managing\s+|executive\s+)?director|vice\s+president|"
    r"bendahara(?:\s+umum)?|panitera|kasubsi|kapolri|kasat(?!pol)|pangdam|waka(?:jati|jari|polda|polres\w*|\s+[IVX]{1,3}\b)|"
    r"sekjen|sekum|bendum|waketum|korwil|ar(?=\s+khusus)"
)
"""The words an office begins with."""
