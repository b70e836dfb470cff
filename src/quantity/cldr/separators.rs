//! How languages write figures. Made by `scripts/cldr.py` from the CLDR 49 (Unicode licence) of Babel 2.19.0; not to be edited.

/// Mark before the decimals, mark between the thousands, sign of percent, the languages and regions that write so; with figures 0 to 9.
pub(in crate::quantity) const SEPARATORS: &[(&str, &str, &str, &str)] = &[
    (",", "'", "%", "fr-CH"),
    (
        ",",
        ".",
        "%",
        "ar-DZ ar-LB ar-LY ar-MA ar-MR ar-TN ast az bs ca da de dsb el es eu fo fr-LU fy hr hsb ia id is it jgo jv kgp kkj kl ku lb lij lld ln lo lu mgh mk ms-BN ms-ID mua nl nnh pms ps pt qu-BO rn ro rw sc scn seh sg sl sr su sw-CD tr uz-Arab vi wo yrl",
    ),
    (
        ",",
        " ",
        "%",
        "ady af agq ba bas be bg br bua cs cv dua dyo es-CR et ewo ff fi fr-CA gl ht hu hy ie ka kab kbd kea kk ksf ky lt lv nb nmg nn no nr pl pt-AO pt-CH pt-CV pt-GQ pt-GW pt-LU pt-MO pt-MZ pt-PT pt-ST pt-TL ru sah se shi sk smn sq ss sv tg tk tok ts tt tzm uk uz ve yav zgh",
    ),
    (",", " ", "%", "blo eo fr rm vec"),
    (".", "'", "%", "de-CH de-LI gsw it-CH"),
    (
        ".",
        ",",
        "%",
        "aa ab ak am an ann apc ar arn ary as asa az-Arab az-Cyrl bal bem bew bez bgc bho blt bm bn bo bqi brh brx bss byn cad cch ccp ce ceb cgg cho chr cic ckb co cop csw cu cy dav doi dv dz ebu ee en es-419 es-BR es-BZ es-CU es-DO es-GT es-HN es-MX es-NI es-PA es-PE es-PR es-SV es-US fa fil fr-RW frr fur ga gaa gd gez gn gu guz gv ha haw he hi hnj hrx ig ii io isv iu ja jbo jmc kaa kaj kam kcg kde kek ken ki kln km kn ko kok kpe ks-Deva ksb ksh ku-Arab kw kxv la lag lg lkt lmo lrc ltg luo luy lzz mai mas mdf mer mg mgo mhn mi mic ml mn mni moh mr mrh ms mt mus mww my myv mzn naq nd nds ne nso nus nv ny nyn oc oka om or os osa pa pap pcm pi pis prg qu quc raj rhg rif rof rwk sa saq sat sbp sd sdh sgs shn si sid skr sma smj sms sn so ssy st sus suz sw syr szl ta te teo th ti tig tn tpi trv trw ug vai vmw vo vun wa wae wal wbp xdq xnr xog yi yo yue za zh zu",
    ),
    (".", ",", "٪", "ar-SA ur"),
    (".", " ", "%", "dje khq kk-Arab mfe ses to twq tyv xh"),
    (".", "،", "%", "ks nqo"),
    (".", "⹁", "%", "ff-Adlm"),
    ("٫", "،", "٪", "bgn"),
];

/// Languages whose sign of percent stands before the number.
pub(in crate::quantity) const PERCENT_FIRST: &[&str] = &["blo", "eu", "ku", "tr"];
