//! The words by which page furniture is known: English first, the commonest of some other languages.
//!
//! All in small letters, with straight apostrophes; a line is folded the same way before it is compared.

/// A line that is just this is a button, a label or a section's name.
#[rustfmt::skip]
pub(super) const LABELS: &[&str] = &[
    "about", "about us", "ad", "ads", "advert", "advertise", "advertisement", "advertisements", "advertising",
    "app store", "apps", "archive", "buffer", "caption", "careers", "close", "comment", "comments", "contact",
    "contact us", "copied", "copy link", "corrections", "donate", "download", "e-mail", "email", "email this article",
    "error", "facebook", "faq", "faqs", "feedback", "flipboard", "follow", "follow us", "gallery", "google play",
    "help", "hide", "highlights", "home", "image", "images", "instagram", "jobs", "like", "linkedin", "listen",
    "loading", "log in", "log out", "login", "menu", "messenger", "more", "my account", "newsletter", "newsletters",
    "next", "next article", "next story", "no thanks", "ok", "open menu", "pause", "permalink", "photo", "photos",
    "pin", "pin it", "pinterest", "play", "play video", "play now", "podcast", "podcasts", "prev", "previous",
    "previous article", "print", "privacy", "promoted", "reddit", "register", "reply", "reprints", "rss", "rss feed",
    "save", "save article", "search", "send", "share", "shares", "shop", "show caption", "sign in", "sign out",
    "sitemap", "site map", "skip ad", "sponsored", "sponsored content", "subscribe", "subscribe now", "subscriptions",
    "tags", "telegram", "terms", "text", "toggle caption", "top", "topics", "translate", "tumblr", "tweet", "twitter",
    "video", "videos", "view all", "view gallery", "watch", "whatsapp", "x", "youtube", "anzeige", "werbung",
    "teilen", "drucken", "schließen", "publicité", "partager", "imprimer", "fermer", "publicidad", "publicidade",
    "compartir", "compartilhar", "imprimir", "cerrar", "fechar", "pubblicità", "condividi", "stampa", "advertentie",
    "delen", "iklan", "bagikan", "reklam", "reklama", "annons", "annonse", "annonce", "mainos", "hirdetés", "διαφήμιση",
    "реклама", "поделиться", "إعلان", "広告", "シェア", "スポンサードリンク", "广告", "分享", "광고",
];

/// A short line that begins like this leads away from the article.
#[rustfmt::skip]
pub(super) const LEADS: &[&str] = &[
    "a version of this article appears", "accept all", "accept cookies", "ad feedback", "add a comment",
    "add comment", "also read", "article continues", "back to gallery", "back to top", "by clicking", "click here",
    "click to", "close ad", "connect with", "continue reading", "cookie", "copyright", "create account",
    "create an account", "do not sell", "don't miss", "download our", "download the", "enter your email",
    "explore further", "explore more", "filed under", "follow us", "for more", "get our", "get the app",
    "get the latest", "go to", "in this article", "join our", "join the conversation", "jump to", "keep reading",
    "learn more", "leave a", "load comments", "load more", "loading", "loadingerror", "log in to", "manage cookies",
    "manage preferences", "must read", "must-read", "my account", "next up", "not now", "open in app", "photos:",
    "play video", "powered by", "print this", "privacy", "promoted", "read also", "read full", "read more",
    "read next", "read now", "read our", "read the full", "read this", "read: ", "reader comments", "recommended for",
    "return to", "scroll", "see all", "see also", "see full", "see more", "send this", "share on", "share this",
    "share via", "show all", "show comments", "show more", "show less", "sign in", "sign up", "skip to",
    "sponsored by", "sponsored content", "start your free", "story continues", "subscribe", "support our",
    "support us", "swipe", "tap here", "tap to", "terms &", "terms and", "terms of", "thank you for signing",
    "thanks for signing", "this article is free", "this is a modal", "to continue reading", "to read the full",
    "to view this", "view all", "view comments", "view full", "view more", "view the", "want more", "watch live",
    "watch now", "watch:", "watch more", "we use cookies", "what to read next", "your email", "your privacy", "©",
    "weiterlesen", "mehr erfahren", "jetzt abonnieren", "s'abonner", "en savoir plus", "suscríbete", "saiba mais",
    "assine", "подписывайтесь", "подпишитесь", "article réservé aux abonnés", "réservé aux abonnés", "subscribers only",
    "for subscribers only", "subscriber-only", "exclusive to subscribers", "nur für abonnenten", "exklusiv für abonnenten",
    "solo para suscriptores", "exclusivo para suscriptores", "exclusivo para assinantes", "riservato agli abbonati",
    "alleen voor abonnees", "endast för prenumeranter", "with material from", "mit material von", "avec afp",
];

/// A short line that begins like this heads a list of other articles.
#[rustfmt::skip]
pub(super) const RELATED: &[&str] = &[
    "also in", "also on", "don't miss", "editor's choice", "editor's pick", "editors' picks", "editor's picks",
    "featured stories", "from around the web", "from our partners", "further reading", "hot topics",
    "in case you missed it", "in other news", "just in", "keep reading", "latest articles", "latest from",
    "latest headlines", "latest in", "latest news", "latest posts", "latest stories", "latest videos", "more about",
    "more articles", "more by", "more coverage", "more from", "more headlines", "more in", "more like this",
    "more news", "more on", "more stories", "more to read", "more videos", "more:", "most commented", "most popular",
    "most read", "most recent", "most shared", "most viewed", "new stories", "next in", "on the web", "other news",
    "other stories", "our latest", "our picks", "people also read", "popular articles", "popular in", "popular news",
    "popular now", "popular on", "popular posts", "popular stories", "promoted stories", "read also", "read next",
    "recent articles", "recent news", "recent posts", "recommended", "related", "see also", "similar articles",
    "sponsored", "spotlight", "suggested", "today's top", "top news", "top picks", "top stories", "top videos",
    "trending", "up next", "what others are reading", "what to read next", "what's hot", "what's new", "you may also",
    "you might also", "you may like", "you might like", "mehr zum thema", "lesen sie auch", "weitere artikel",
    "weitere beiträge", "das könnte", "auch interessant", "meistgelesen", "à lire aussi", "lire aussi",
    "sur le même sujet", "articles liés", "les plus lus", "lea también", "lea además", "te puede interesar",
    "noticias relacionadas", "más leídas", "leia também", "leia mais", "veja também", "notícias relacionadas",
    "mais lidas", "leggi anche", "articoli correlati", "lees ook", "baca juga", "artikel terkait", "читайте также",
    "вам также", "похожие", "по теме", "читайте також", "czytaj też", "czytaj także", "czytaj więcej", "zobacz też",
    "zobacz także", "čtěte také", "čtěte více", "čítajte aj", "läs också", "läs även", "läs mer", "les også", "les mer",
    "læs også", "læs mere", "lue myös", "lue lisää", "citește și", "citeşte şi", "ilgili haberler", "lees meer",
    "leggi di più", "para saber más", "también te puede", "lire la suite", "pour aller plus loin", "διαβάστε επίσης",
    "اقرأ أيضا", "اقرأ أيضًا", "延伸阅读", "延伸閱讀", "관련기사", "관련 기사", "関連記事", "関連ニュース", "人気記事", "新着記事", "おすすめ記事", "タグ", "相关", "相關",
];

/// What may stand before a colon or bar when the line points to another article.
#[rustfmt::skip]
pub(super) const POINTERS: &[&str] = &[
    "also read", "also see", "don't miss", "gallery", "in pictures", "just in", "listen", "more", "must read",
    "opinion piece", "photos", "read", "read also", "read more", "read next", "recommended", "related", "see also",
    "see more", "tag", "tags", "topic", "topics", "trending", "video", "watch", "mehr", "lesen sie auch",
    "lire aussi", "leia também", "lea también", "leggi anche", "baca juga", "читайте также", "читайте також",
    "czytaj też", "czytaj także", "czytaj więcej", "zobacz też", "zobacz także", "čtěte také", "läs också", "läs även",
    "les også", "læs også", "lue myös", "citește și", "lees ook", "vea también", "ver también", "learn more", "find out more",
];

/// What people do with comments, before the word: "view comments".
#[rustfmt::skip]
pub(super) const DISCUSSING: &[&str] = &[
    "view", "show", "hide", "load", "post", "leave", "write", "add", "join", "all", "see", "read", "the", "a", "an",
    "your", "reader", "readers'", "user", "latest", "new", "top",
];

/// The words for what readers write below an article.
#[rustfmt::skip]
pub(super) const DISCUSSION: &[&str] = &[
    "comments", "comment", "replies", "reply", "responses", "response", "discussion", "conversation", "thoughts",
    "reader interactions", "kommentare", "kommentar", "kommentar schreiben", "commentaires", "comentarios",
    "comentários", "commenti", "reacties", "komentar", "komentarze", "kommentarer", "diskuse", "комментарии", "добавить комментарий", "コメント", "评论",
    "留言", "留言列表", "댓글",
];

/// Phrases with which a page, not an article, speaks to its reader.
#[rustfmt::skip]
pub(super) const PLEAS: &[&str] = &[
    "télécharger l'application", "télécharger l’application", "téléchargez l'application", "descarga la app",
    "lade die app", "scarica l'app",
    "ad blocker", "adblocker", "affiliate link", "become a member", "become a subscriber", "by signing up",
    "by subscribing", "click here", "clicking here", "cookie policy", "cookie settings", "community guidelines",
    "community rules", "download our", "download the app", "each morning in your inbox", "email address",
    "enable javascript", "follow @", "follow her on", "follow him on", "follow me on", "follow the author",
    "follow them on", "follow us", "free trial", "get access to", "get breaking", "get the best", "get the latest",
    "if you buy something", "if you enjoyed this", "in your browser", "join our", "leave a comment", "leave a reply",
    "like us on", "log in", "newsletter", "no spam", "opt-in", "our app", "our sister", "privacy notice",
    "privacy policy", "promotional emails", "recaptcha", "send us", "share of the sale", "sign up",
    "earn a commission", "affiliate commission", "special offers", "subscribe", "subscriber agreement",
    "subscription", "support our", "terms and conditions", "terms of service", "terms of use", "this website uses",
    "unsubscribe", "use cookies", "uses cookies", "using cookies", "your ad choices", "your browser", "your consent",
    "your inbox", "your privacy", "lesen sie hier", "lesen sie in unserem", "finden sie hier", "hier geht es zu",
    "in unserem liveblog", "in unserem newsblog", "in unserem newsletter", "datenschutz", "newsletter abonnieren", "política de privacidad",
    "política de privacidade", "politique de confidentialité",
];

/// Phrases that no article says of itself, whoever is spoken to.
#[rustfmt::skip]
pub(super) const NOTICES: &[&str] = &[
    "all rights reserved", "can be reached at", "have a news tip", "have a tip?", "may be reached at",
    "our newsletter", "alle rechte vorbehalten", "may not be published", "may not be reproduced",
    "not be reproduced, distributed", "tous droits réservés", "todos los derechos reservados",
    "todos os direitos reservados", "reproduced without the written permission", "registered trademark",
    "quotes delayed",
];

/// Phrases of a picture's credit.
#[rustfmt::skip]
pub(super) const CREDITS: &[&str] = &[
    "afp photo", "ap photo", "credit:", "(credit", "courtesy of", "epa-efe", "file photo", "foto:", "bild:",
    "getty images", "/getty", "via getty", "/afp", "/ap)", "/reuters", "handout/", "illustration by", "illustration:",
    "image:", "image credit", "image courtesy", "image source", "photo by", "photo courtesy", "photo credit",
    "photo illustration", "photo:", "photograph by", "photograph:", "photographs by", "photos by", "photos:",
    "picture:", "picture alliance", "pictures:", "reuters photo", "shutterstock", "image via", "photo via", "istock",
    "alamy", "crédit photo", "（写真", "写真：",
];

/// Words that may stand before a date on a line of its own.
#[rustfmt::skip]
pub(super) const STAMPS: &[&str] = &[
    "published", "updated", "posted", "modified", "created", "first", "last", "on", "at", "by", "date", "am", "vom",
    "stand", "le", "publié", "mis", "à", "jour", "el", "publicado", "actualizado", "em", "atualizado", "il",
    "pubblicato", "erschienen", "aktualisiert", "veröffentlicht", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "montag",
    "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lundi", "mardi", "mercredi", "jeudi",
    "vendredi", "samedi", "dimanche", "the", "of",
];

/// Months, long and short.
#[rustfmt::skip]
pub(super) const MONTHS: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "januar",
    "februar", "märz", "mai", "juni", "juli", "oktober", "dezember", "janvier", "février", "mars", "avril", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre", "enero", "febrero", "marzo", "abril", "mayo",
    "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre", "janeiro", "fevereiro", "março",
    "maio", "junho", "julho", "setembro", "outubro", "novembro", "dezembro", "gennaio", "febbraio", "aprile",
    "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre",
];

/// Units of "3 hours ago".
#[rustfmt::skip]
pub(super) const UNITS: &[&str] = &[
    "second", "seconds", "minute", "minutes", "min", "mins", "hour", "hours", "hr", "hrs", "day", "days", "week",
    "weeks", "month", "months", "year", "years",
];

/// Words that begin a byline.
#[rustfmt::skip]
pub(super) const BYLINES: &[&str] = &[
    "by", "von", "par", "por", "di", "door", "written by", "story by", "reported by", "reporting by",
    "additional reporting by", "posted by", "edited by", "text:", "autor:", "author:",
];

/// What an author is, in the line that ends an article.
#[rustfmt::skip]
pub(super) const TRADES: &[&str] = &[
    "author", "columnist", "contributor", "correspondent", "curator", "editor", "fellow", "founder", "freelance",
    "freelancer", "journalist", "producer", "reporter", "writer", "redakteur", "redakteurin", "journaliste",
    "periodista", "jornalista",
];
