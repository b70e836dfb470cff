//! The languages of other families.

use super::facts::LanguageFacts;

/// Kazakh.
pub(super) const KAZAKH: LanguageFacts = LanguageFacts {
    either: "т.б т.с.с б.з.б б.з ж ғ млн млрд мың",
    leading: "проф акад",
    numbered: "№ б",
    ..LanguageFacts::plain(
        "kk",
        "ал алғаш арқылы бар барлық бен бір бірақ біз болды болып бойынша бұл да де деп дейін еді екен емес ең ер жаңа \
         және жоқ кейін келеді қазір қарай мен менің мұнда не немесе ол олар осы оның пен сол сондай сондықтан сіз тағы \
         та те туралы үшін ғана әр өз өте",
    )
};

/// Finnish.
pub(super) const FINNISH: LanguageFacts = LanguageFacts {
    leading: "esim mm ns tri prof ts so hra rva",
    numbered: "s nro n klo puh",
    either: "eKr jKr milj mrd",
    closing: "jne yms ym",
    ordinals: true,
    ..LanguageFacts::plain(
        "fi",
        "ei eivät eli en että ennen hän hänen he ja jo joka jos jossa jotka kaikki kanssa kertoo koska kuin kuitenkin kun \
         kuten me mikä minä missä mukaan mutta myös ne niin noin nyt ole oli olivat olla on ovat sanoo se sekä sen siitä \
         sitä tai tämä tästä vain vaikka voi",
    )
};

/// Estonian.
pub(super) const ESTONIAN: LanguageFacts = LanguageFacts {
    leading: "hr pr dr prof nt st näit",
    numbered: "lk nr tel",
    closing: "jne jms jm",
    ordinals: true,
    ..LanguageFacts::plain(
        "et",
        "aasta aastal aga ainult alates eelmise eesti ega ehk ei enne et eurot hinnangul järgi ja juba juures ka kaks kas kes kinnitas kogu \
         kohta kolm koos kui kuid kuni kus ma mida miljonit mille mis mitte mitu nad neli ning nüüd oleks oli olid olla oma on ole palju \
         pole poolt protsenti pärast rohkem rääkis saab see seda selle selles sel sest siis ta teatas teda teine tema too vastu veel \
         vähem välja või võib õhtul ütles üks üle",
    )
};

/// Latvian.
pub(super) const LATVIAN: LanguageFacts = LanguageFacts {
    leading: "prof dr piem t.s",
    ordinals: true,
    closing: "utt utml",
    ..LanguageFacts::plain(
        "lv",
        "ar arī bet bija būs ja jau kā kad kas kur ko kura kuri kurš lai līdz man mēs ne nav no pa pamat par pat pēc pie pirms \
         savu šis šī tad tā tas tiek tika to tomēr tur un uz vai vairs viņa viņš viņi vēl ir ka",
    )
};

/// Lithuanian.
pub(super) const LITHUANIAN: LanguageFacts = LanguageFacts {
    leading: "prof dr pvz t.y vad g pr p pan gerb gim doc akad",
    either: "d m mln mlrd",
    closing: "kt t.t tūkst proc val min sek",
    ..LanguageFacts::plain(
        "lt",
        "apie ar arba bei bet bus būti buvo dar dėl iki ir iš į jau jei ji jie jis jo jos jų kad kai kaip kas kuri kurie kuris \
         ne nei nes nuo o per po prie pagal tai tačiau taip tarp tas tik to tos už vis yra su šis ši",
    )
};

/// Hungarian.
pub(super) const HUNGARIAN: LanguageFacts = LanguageFacts {
    leading: "dr id ifj özv prof pl kb ún ill vö Szt",
    numbered: "sz tel",
    closing: "stb",
    ordinals: true,
    ..LanguageFacts::plain(
        "hu",
        "a akkor amely ami amit az azonban azt be csak de egy ez ezt el ellen én és fel ha hanem hogy ha hozzá igen illetve \
         is itt ki kell le lehet lesz ma már meg mert mint minden miatt még most nagyon ne nem nincs ő ők olyan után szerint \
         úgy új vagy van vannak volt voltak",
    )
};

/// Turkish.
pub(super) const TURKISH: LanguageFacts = LanguageFacts {
    leading: "Dr Prof Doç Av Sn Alb Gen örn bkz Yrd Uzm",
    numbered: "s No",
    closing: "vb vs",
    ordinals: true,
    ..LanguageFacts::plain(
        "tr",
        "ama ancak bir biz bu bunu bunun çok çünkü da daha de dedi değil diye en gibi göre hem her için ile ise kadar ki kim \
         mi mı nasıl ne neden o olan olarak oldu olduğu olduğunu onun onlar sadece şey şu sonra tarafından tüm var ve veya \
         ya yok önce üzere",
    )
};

/// Indonesian and Malay.
pub(super) const INDONESIAN: LanguageFacts = LanguageFacts {
    leading: "dr drs ir hj kol jend bpk sdr tn ny",
    numbered: "no hlm jl telp",
    closing: "dll dsb",
    ..LanguageFacts::plain(
        "id",
        "ada adalah akan atau bahwa bagi banyak belum bisa dalam dan dapat dari dengan di dia hanya harus ia ini itu jika juga \
         kami karena kata kepada ke kita lebih mereka oleh pada para saat saya sebagai secara sudah telah tersebut tetapi \
         tidak untuk yang",
    )
};

/// Vietnamese.
pub(super) const VIETNAMESE: LanguageFacts = LanguageFacts {
    leading: "TS ThS PGS GS Ts BS KTS TP Tp",
    ..LanguageFacts::plain(
        "vi",
        "anh bị các cho chúng có của cũng đã đang đây để đến đi được giữa hai hay không khi là lại làm mà một này người nhà \
         những như nhưng ở phải ra rất sau sẽ tại theo thì tôi trên trong từ và vào vẫn về với việc vì ông bà",
    )
};

/// Swahili.
pub(super) const SWAHILI: LanguageFacts = LanguageFacts::plain(
    "sw",
    "baada bila cha hii hili hiyo huo huyo ili ingawa kama katika kila kuhusu kutoka kuwa kwa kwamba lakini la ni na nchi pia \
     sana sasa tu wa wake wao watu ya yake yao za zaidi",
);

/// Albanian.
pub(super) const ALBANIAN: LanguageFacts = LanguageFacts::plain(
    "sq",
    "ai ajo ata atë ata dhe do duke edhe është ishte janë jo ka kanë kjo këtë ky me më mund nga nuk në një për por prej që \
     saj se shumë si sipas tij të u",
);

/// Greek.
pub(super) const GREEK: LanguageFacts = LanguageFacts {
    leading: "κ κκ κα καθ Δρ π.χ δηλ βλ Αγ αγ στρ",
    numbered: "αρ σελ άρθρ τηλ παρ τ",
    either: "μ.Χ π.Χ μ.μ π.μ εκ δισ Α.Ε",
    closing: "κ.λπ κλπ κ.ά κ.τ.λ κτλ κ.α",
    ..LanguageFacts::plain(
        "el",
        "αλλά αν από αυτή αυτό αυτός για δεν είναι ένα ένας ενώ επίσης η ήταν θα και κατά με μετά μια να ο οι όταν ότι όπως \
         που πριν πώς πού σε στα στη στην στις στο στον στους σύμφωνα τα τη την της τι τις το τον του τους των ως",
    )
};

/// Arabic.
pub(super) const ARABIC: LanguageFacts = LanguageFacts {
    leading: "أ د م ا.د",
    ..LanguageFacts::plain("ar", "في من على إلى عن أن إن التي الذي هذا هذه كان كانت لا ما مع ذلك وقال بعد قال")
};

/// Persian.
pub(super) const PERSIAN: LanguageFacts =
    LanguageFacts::plain("fa", "در به از که این را با است آن برای یک خود تا بر هم نیز می شد");

/// Urdu.
pub(super) const URDU: LanguageFacts =
    LanguageFacts::plain("ur", "کے میں کی ہے اور سے کا کو اس نے کہ ہیں پر یہ بھی نہیں تھا");

/// Hindi.
pub(super) const HINDI: LanguageFacts = LanguageFacts {
    leading: "रु डॉ श्री श्रीमती प्रो पं मो",
    closing: "आदि",
    ..LanguageFacts::plain("hi", "है के में की से को और का यह हैं ने पर नहीं कि भी था एक इस हो वह जो")
};

/// Marathi.
pub(super) const MARATHI: LanguageFacts = LanguageFacts {
    leading: "डॉ श्री प्रा सौ",
    ..LanguageFacts::plain("mr", "आहे आणि हे ते मी या तो आहेत नाही होते होता व की असे च एक ला तर पण")
};
