//! Other languages, each by its own marks and abbreviations.

use super::cuts;

#[test]
fn german() {
    cuts(
        "de",
        &[
            "Die Fähre sank am 12. Juni. | Niemand wurde verletzt.",
            "Das war 2019. | Danach kam der 3. Versuch.",
            "„Wir haben nichts gewusst“, sagte Dr. Kohl. | „Niemand hat gefragt.“",
            "Er nannte es „eine Farce“. | Der Rat lachte.",
            "»Wer zahlt?«, fragte sie. | »Niemand.« | Dann ging sie.",
            "Die Firma Kohl & Sohn u. a. zahlten rd. 3 Mio. Euro. | Das sind z. B. Steuern.",
            "Der Verein (gegr. 1902) zog in die Hauptstr. 5 um. | Er zahlt ca. 400 Euro.",
            "Das Urteil (Az. 3 C 12.18) fiel am Mi., 5. Mai. | Platz 1. | Danach kam Bonn.",
            "Das gilt bzw. galt bis zum 1. Januar usw. | Danach nicht mehr.",
            "Der XIV. Kongress begann spät. | Er dauerte lange.",
        ],
    );
}

#[test]
fn french() {
    cuts(
        "fr",
        &[
            "Le ferry a coulé à l’aube. | Personne n’a été blessé.",
            "« Qui paie ? » demande M. Colin. | « Personne. » | Il est parti.",
            "Mme Roy et M. Petit ont signé. | Le Dr Lenoir a refusé !",
            "Il a dit : « Nous avons perdu. » | Elle a souri.",
            "J.-P. Colin est né en 52 av. J.-C. | Il l’a dit.",
            "Voir p. 12 et art. 3. | Le prix est de 3,5 millions d’euros.",
        ],
    );
}

#[test]
fn spanish_and_portuguese_and_italian() {
    cuts(
        "es",
        &[
            "El barco se hundió. | ¿Quién paga? | ¡Nadie!",
            "La Sra. Díaz y el Dr. Ruiz viajaron a EE. UU. en mayo. | No volvieron.",
            "«No lo sabíamos», dijo el Sr. Soto. | «Nadie preguntó.»",
        ],
    );
    cuts("pt", &["O barco afundou. | O Sr. Silva e a Dra. Costa fugiram. | Quem paga? | Ninguém sabe."]);
    cuts(
        "it",
        &[
            "Il traghetto è affondato. | Il sig. Rossi e la dott.ssa Bianchi non c’erano.",
            "«Chi paga?» ha chiesto l’avv. Neri. | Nessuno ha risposto.",
        ],
    );
}

#[test]
fn languages_of_the_north() {
    cuts("da", &["Færgen sank den 3. maj. | Hr. Holm sagde f.eks. ingenting. | Ingen kom til skade."]);
    cuts("no", &["Fergen sank den 3. mai. | Statsråd dr. Holm sa bl.a. ingenting. | Hvem betaler?"]);
    cuts("sv", &["Färjan sjönk, dvs. gick under. | Dr. Holm sade bl.a. ingenting. | ”Vem betalar?” frågade hon."]);
    cuts(
        "nl",
        &["De veerboot zonk. | Dhr. De Wit zei o.a. niets. | Mevr. Bos woont aan de Kade nr. 4. | Wie betaalt?"],
    );
    cuts("fi", &["Lautta upposi 3. toukokuuta. | Kukaan ei loukkaantunut. | Kuka maksaa?"]);
}

#[test]
fn slavic_languages() {
    cuts(
        "ru",
        &[
            "Паром затонул в 2019 г. | Никто не пострадал.",
            "Компания им. И. П. Орлова потратила 3 млн руб. на мост. | Это много.",
            "В. В. Орлов прибыл в г. Казань. | Он привез 300 тыс. руб. | Расходы выросли.",
            "«Кто платит?» — спросил депутат. | «Никто», — ответил мэр.",
            "Он живет на ул. Ленина, д. 4, кв. 12. | Она — нет.",
            "Купили веревки, лодки и т. д. | Все ушли.",
            "— Кто там? | — Никого.",
        ],
    );
    cuts("uk", &["Пором затонув о 5 год. ранку. | Проф. Коваль і вул. Садова, 4. | Хто платить?"]);
    cuts("bg", &["Фериботът потъна през 2019 г. във вторник. | Г-н Иванов и проф. Петров мълчаха."]);
    cuts(
        "pl",
        &["Prom zatonął 3. Maja. | Prof. Nowak i dr hab. Lis milczeli, tzn. nie było ich np. w Gdańsku. | Kto płaci?"],
    );
    cuts("cs", &["Trajekt se potopil 3. Května v 5 hod. ráno. | Ing. Novák a MUDr. Malá mlčeli. | Kdo platí?"]);
    cuts("sk", &["Loď sa potopila 3. Mája. | Firma Vlk s. r. o. mlčala. | Kto platí?"]);
    cuts("hr", &["Trajekt je potonuo 3. Svibnja. | Dr. Horvat nije bio ondje, npr. u Splitu. | Tko plaća?"]);
}

#[test]
fn other_european_languages() {
    cuts(
        "el",
        &[
            "Το πλοίο βυθίστηκε. | Ποιος πληρώνει; | «Εσύ;» ρώτησε η κ. Νίκου. | Κανείς. | Ο κ. Παπάς και ο Δρ. Νίκου έφυγαν.",
        ],
    );
    cuts("hu", &["A komp 2019. május 3. napján süllyedt el. | Dr. Nagy pl. hallgatott. | Ki fizet?"]);
    cuts("tr", &["Feribot battı. | Prof. Dr. Kaya ve Av. Demir sustu. | Kim ödüyor?"]);
    cuts("ro", &["Feribotul s-a scufundat. | Dl. Popescu și dr. Ionescu au tăcut. | Cine plătește?"]);
    cuts("lv", &["Prāmis nogrima 3. Maijā. | Neviens necieta."]);
    cuts("hy", &["Լաստանավը խորտակվեց: | Ո՞վ է վճարում: | Ոչ ոք։"]);
}

#[test]
fn arabic_persian_urdu_hebrew() {
    cuts("ar", &["غرقت العبارة فجرا. | لم يصب أحد بأذى! | من يدفع؟ | قال د. سمير إنه لا يعرف."]);
    cuts("fa", &["کشتی غرق شد. | چه کسی پول می‌دهد؟ | هیچ کس."]);
    cuts("ur", &["کشتی ڈوب گئی۔ | کون ادا کرے گا؟ | کوئی نہیں۔"]);
    cuts("he", &["ד\"ר כהן שילם 5 מיליון ש\"ח. | המעבורת טבעה. | מי משלם? | אף אחד."]);
}

#[test]
fn languages_of_south_asia() {
    cuts("hi", &["नाव डूब गई। | डॉ. वर्मा चुप रहे। | कौन पैसे देगा? | कोई नहीं।"]);
    cuts("mr", &["बोट बुडाली. | डॉ. पाटील गप्प होते. | पैसे कोण देणार?"]);
    cuts("bn", &["নৌকাটি ডুবে গেছে। | কে টাকা দেবে? | কেউ না।"]);
    cuts("ta", &["படகு மூழ்கியது. | யார் பணம் தருவார்கள்?"]);
}

#[test]
fn chinese_japanese_korean() {
    cuts(
        "zh",
        &[
            "渡轮沉没了。|没有人受伤！|谁来付钱？",
            "市长说：“没有人问过。|这是我们的错。”|反对党要求调查。",
            "“谁来付钱？”市长问道。|没有人回答。",
            "她在读《谁来付钱？》这本书。|书很长。",
            "价格是3.5元。|真的吗?|真的!",
        ],
    );
    cuts(
        "ja",
        &[
            "フェリーが沈んだ。|けが人はいない。",
            "「誰が払うのか？」と市長は聞いた。|答えはなかった。",
            "市長は「誰も聞かなかった。|私たちの責任だ。」と述べた。|議会は沈黙した。",
            "費用は３．５億円だ。|高い！",
        ],
    );
    cuts("ko", &["배가 가라앉았다. | 다친 사람은 없다. | 누가 돈을 내나?"]);
}

#[test]
fn scripts_with_marks_of_their_own() {
    cuts("am", &["ጀልባው ሰጠመ።|ማን ይከፍላል፧|ማንም።"]);
    cuts("my", &["သင်္ဘော နစ်သွားသည်။|ဘယ်သူ ပေးမလဲ။"]);
    cuts("km", &["ទូក\u{200b}លិច\u{200b}ហើយ។|អ្នកណា\u{200b}បង់?"]);
}

#[test]
fn a_language_without_lists_is_cut_by_the_common_rules() {
    cuts("xx", &["Sol ga 3.5 tum. | Ber Dr. Moss ni. | Ka to?"]);
}

#[test]
fn abbreviations_where_no_capital_tells() {
    cuts("hi", &["उसने यू.एस.ए. की अदालत में कहा। | एच.टी.सी. ने इनकार किया।"]);
    cuts("ta", &["திரு. குமார் ரூ. 50 கொடுத்தார். | எம். எல். ஏ. வரவில்லை."]);
    cuts("lt", &["Pasak p. Petraičio, tai kainavo 3 tūkst. | Niekas nesumokėjo."]);
    cuts("nl", &["Het schip zonk. | ,,Niemand betaalt'', zei hij. | ,, Zo is het. '' | De raad zweeg."]);
    cuts("ja", &["記事はYahoo!ニュースに出た。|「誰も聞かなかった。 」|答えはない。"]);
    cuts("zh", &["“没有人受伤 。 ”|桥塌了，市长安娜?罗伊不知道。|谁付钱?|没有人。"]);
    cuts("ps", &["هغه ځوان و. | هغه لاړ."]);
}
