//! Who acts and speaks: titles, trades, offices, bodies, outlets, papers, places.

use crate::propose::tokens::class::WordClass;

/// Words by class, in small letters.
pub(super) const LISTS: &[(WordClass, &str)] = &[
    (
        WordClass::OFFICE.with(WordClass::ROLE),
        "president premier chancellor minister secretary senator congressman congresswoman lawmaker legislator \
         governor mayor commissioner ambassador diplomat official officer spokesman spokeswoman spokesperson \
         representative director chairman chairwoman chief executive ceo founder owner manager professor \
         researcher scientist economist expert analyst detective prosecutor attorney lawyer judge general doctor \
         nurse teacher editor reporter journalist broadcaster author bishop coach captain candidate opponent rival \
         republican democrat conservative activist critic resident worker deputy leader",
    ),
    (
        WordClass::ADDRESS.with(WordClass::TITLE),
        "mr mrs ms dr prof sir dame lord lady rev gen col capt lt sgt sen rep gov hon",
    ),
    (
        WordClass::COMMON.with(WordClass::ROLE),
        "man woman neighbour neighbor driver pilot player mother father son daughter brother sister husband wife \
         farmer",
    ),
    (
        WordClass::EVIDENCE.with(WordClass::PAPER),
        "study studies report survey poll data research analysis document evidence memo email letter transcript \
         audit census inquiry investigation findings estimate",
    ),
    (
        WordClass::COMMON,
        "people person men women child children boy girl family friend youth crowd traffic rain snow heat wind \
         weather water food bread milk meat fish wheat rice fuel steel wood glass paper power light sound music \
         art film sport football work labour labor demand supply support growth sale stock share market production \
         construction repair progress success failure news word language history science nature life love time \
         experience knowledge talk silence hope fear anger joy pressure access speed size weight age sleep car \
         truck bus train plane ship boat road street house home room door window table land sea river lake \
         mountain beach city town village country world state nation region county district animal dog cat horse \
         bird tree plant flower fruit vegetable computer phone software internet website email machine technology \
         tool money cash coin gold silver visitor guest customer passenger rider fan team match goal game round \
         club parent baby adult patient tenant fisherman shop store restaurant hotel theatre theater museum \
         library garden park field church building tower wall roof half part side end top bottom front back centre \
         center middle corner edge line point number letter",
    ),
    (WordClass::ADDRESS, "st"),
    (
        WordClass::OFFICE,
        "ministry senate congress parliament legislature council councillor councilor commission embassy employer \
         company companies firm corporation bank agency agencies authority authorities department bureau committee \
         board government administration regulator watchdog union association federation organisation organization \
         foundation charity charities institute university universities college academic police sheriff solicitor \
         court tribunal army navy military soldier troops admiral commander hospital surgeon newspaper magazine \
         pope church referee party parties socialist campaigner protester protestor investigator inspector auditor \
         employee staff king queen prince princess",
    ),
    (WordClass::EVIDENCE, "figure statistic analyses record estimated shows showed proof prove tape footage leaked"),
    (
        WordClass::TITLE,
        "mr. mrs. ms. miss dr. sen. sens sens. senator senators rep. reps reps. representative congressman \
         congresswoman gov. governor lt. gen. general col. colonel capt. captain sgt. sergeant rev. reverend prof. \
         professor president vice-president premier chancellor secretary minister mayor judge justice chief \
         chairman chairwoman chair commissioner councilman councilwoman councillor ambassador king queen prince \
         princess pope archbishop bishop cardinal father sister rabbi imam sheikh speaker leader ceo cfo coo hon. \
         del del. attorney admiral adm adm. major maj maj. lieutenant cpl. pvt. officer detective inspector \
         superintendent sheriff deputy coach director manager envoy ayatollah baroness baron count duke duchess \
         emperor",
    ),
    (
        WordClass::ROLE,
        "chair speaker envoy writer correspondent columnist strategist adviser advisor aide nominee politician \
         co-founder host anchor historian physician student engineer sergeant colonel actor actress singer rapper \
         comedian filmmaker producer artist musician widow ally supporter colleague commentator pollster \
         consultant donor banker billionaire businessman businesswoman investor entrepreneur blogger source \
         witness victim survivor suspect defendant counsel coordinator organizer organiser head member \
         superintendent principal dean pastor priest veteran mechanic architect designer developer negotiator \
         operative staffer whistleblower psychologist biologist chemist physicist epidemiologist virologist \
         climatologist meteorologist ecologist geologist astronomer archaeologist philosopher sociologist liberal \
         incumbent frontrunner front-runner publicist biographer novelist poet trader broker partner graduate \
         fellow scholar",
    ),
    (
        WordClass::PEOPLE,
        "officials critics experts analysts sources supporters researchers scientists economists lawyers lawmakers \
         democrats republicans police prosecutors authorities residents voters protesters protestors activists \
         aides advisers advisors leaders members workers employees investigators people witnesses relatives \
         friends parents families students teachers doctors nurses neighbors neighbours opponents allies \
         colleagues diplomats historians observers senators congressmen governors judges ministers reporters \
         journalists writers authors scholars conservatives liberals progressives others some many most several \
         both those respondents participants men women pollsters strategists executives investors traders farmers \
         engineers organizers organisers union unions groups companies countries auditors inspectors regulators \
         creditors negotiators attorneys directors governments ministries another each few neither either one all \
         politicians legislators operatives staffers demonstrators campaigners",
    ),
    (
        WordClass::MALE,
        "he him his himself mr mr. sir lord king prince father brother son husband congressman chairman spokesman \
         businessman councilman man boy gentleman priest pope bishop archbishop cardinal actor emperor duke baron \
         grandfather uncle nephew widower rabbi imam",
    ),
    (
        WordClass::FEMALE,
        "she her hers herself mrs mrs. ms ms. miss lady dame queen princess mother sister daughter wife \
         congresswoman chairwoman spokeswoman businesswoman councilwoman woman girl actress duchess baroness widow \
         grandmother aunt niece",
    ),
    (
        WordClass::BODY,
        "inc inc. corp corp. co co. ltd ltd. llc plc group company corporation university college institute \
         institution department ministry agency bureau commission committee council court senate congress \
         parliament government administration party union association federation league club foundation fund bank \
         office authority board house insurer carmaker retailer lender operator regulator manufacturer watchdog \
         charity publisher supplier utility startup brand think-tank embassy consulate opposition campaign panel \
         tribunal inquiry jury prosecution defence defense school hospital church army navy force forces police \
         coalition alliance organization organisation society center centre service services team museum network \
         kremlin pentagon nato un fbi cia eu irs epa doj gop nhs who treasury cabinet assembly guard conference \
         trust firm airline airlines motors industries partners systems",
    ),
    (
        WordClass::OUTLET,
        "times post journal news reuters ap afp bbc cnn cnbc nbc abc cbs msnbc npr pbs guardian tribune herald \
         bloomberg gazette chronicle telegraph observer newspaper newspapers magazine outlet broadcaster newsweek \
         time politico axios vox buzzfeed huffpost atlantic yorker economist financial independent mirror mail \
         globe inquirer examiner press spiegel monde figaro zeitung pais haaretz xinhua tass al-jazeera newsroom \
         network tabloid daily weekly website paper wire monitor",
    ),
    (
        WordClass::PAPER,
        "reports polls surveys documents records statement filing filings lawsuit complaint indictment affidavit \
         review paper book article story editorial emails statistics figures estimates results court judge ruling \
         index dossier biography memoir script website page video ad release graph chart map table press-release \
         average exit-polls numbers",
    ),
    (
        WordClass::MEDIUM,
        "statement interview letter tweet tweets speech post email e-mail briefing conference testimony filing \
         release memo message report call remarks debate hearing rally book article column editorial essay note \
         video broadcast podcast show appearance address lawsuit court event town forum meeting newscast",
    ),
    (
        WordClass::PLACE,
        "america britain england scotland wales ireland france germany italy spain russia china japan india canada \
         mexico brazil washington london paris berlin moscow beijing tokyo york california texas florida ohio \
         michigan pennsylvania virginia iowa nevada arizona georgia colorado wisconsin illinois boston chicago \
         houston philadelphia detroit miami brussels geneva kyiv ukraine iran iraq syria israel turkey europe asia \
         africa street avenue city county state",
    ),
];
