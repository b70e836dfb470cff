//! English as American and British newsrooms write it.

use super::cuts;

#[test]
fn plain_sentences_end_at_their_stops() {
    cuts(
        "en",
        &[
            "The ferry sank at dawn. | Nobody was hurt.",
            "Who owned it? | Records name a firm in Malta. | What a mess!",
            "The vote was 7 to 2. | Two members were absent.",
            "Did he resign?! | No!! | He went on holiday…",
            "A headline without a stop",
            "The pier reopened in 2019. | 40 stalls stand on it. | $2 million went into the roof.",
            "The firm denied it. | @harborwatch posted the memo. | #ferry trended.",
        ],
    );
}

#[test]
fn titles_and_ranks_lead_on_to_a_name() {
    cuts(
        "en",
        &[
            "Gov. Dana Reyes and Lt. Gov. Omar Pell met Sen. Ruth Ng. | They agreed.",
            "The Rev. Al Brown, Dr. Ines Kohl and Prof. Li spoke. | Mr. and Mrs. Ode listened.",
            "Reps. Anna Diaz and Tom Wu objected. | Sgt. Hill, Det. Lou Park and Capt. Roe testified.",
            "SEN. RUTH NG QUITS. | GOV. REYES STAYS.",
            "Gen. Mark A. Lowe flew to Ft. Polk. | St. Anne’s Church on Mt. Olive Rd. was full.",
            "Brig. Gen. Ito and Maj. Gen. Osei signed. | The Hon. Judge May did not.",
            "Police Supt. Ken Abbey said so. | Insp. Rhys Lane, Cllr. Ann Moss and Ald. Bo Reed agreed.",
        ],
    );
}

#[test]
fn initials_belong_to_their_name() {
    cuts(
        "en",
        &[
            "J. R. Tolland met C.S. Lowell. | Harry S. Turner did not.",
            "The aide, Mary J. Cole, left. | She was paid by Samuel L. Jacks.",
            "J. A. Cole met S. I. Hayes and P. A. Roe. | A clerk filed it.",
            "The case went to A. Singh. | The clerk filed it.",
            "It was meant for you and I. | Nobody else was asked.",
            "He died in World War I. | Germany paid for the grave.",
            "They moved to plan B. | Costs fell. | Hepatitis C. | Smallpox.",
        ],
    );
}

#[test]
fn countries_and_states_may_or_may_not_end_a_sentence() {
    cuts(
        "en",
        &[
            "The U.S. Coast Guard searched. | A U.S. judge agreed. | It never left the U.S. | The crew did.",
            "Several U.K. ministers flew to the U.N. General Assembly. | They were late.",
            "He moved to the U.S. | Police found him there.",
            "The E.U. and the U.S.-led alliance signed. | So did the U.A.E. | Others waited.",
            "She lives in Salem, Ore. | Her brother moved to Tampa, Fla., in May.",
            "MOBILE, Ala. (AP) — A barge hit the bridge. | No one was hurt.",
            "He returned to Washington, D.C. | Reporters followed. | The D.C. Council met.",
            "The U.S. | Image: Coast Guard.",
            "The treaty bound the U.S. | Millions watched it being signed.",
        ],
    );
}

#[test]
fn companies_keep_their_endings() {
    cuts(
        "en",
        &[
            "Orcat Inc. rose 3 percent. | Dell & Sons Ltd. fell.",
            "The buyer is Marlow Bros. Holdings. | The seller is Finch & Co. | It needs the cash.",
            "The memo names Orcat Corp. (formerly Brill Inc.) as owner. | Nobody signed it.",
            "The firm — Pine Foods Inc. — paid. | Its rivals did not.",
            "He sold Orcat Inc. | Shares rose. | He kept Finch Co. Chairman Lou Finch left.",
            "Juan Soto Jr. won. | He beat Al Roe Sr. by nine votes.",
        ],
    );
}

#[test]
fn numbers_dates_and_times() {
    cuts(
        "en",
        &[
            "Rents rose 2 pct. | Orcat fell 3 pct. in May.",
            "It cost $3.75 million in 2020. | That is 1.5 times more.",
            "The law took effect on Jan. 3. | It lapsed in Dec. 2022. | In Nov. the court met.",
            "No. 11 would not comment. | Was it true? | No. | He left.",
            "See p. 14, pp. 20-22 and fig. 3. | Vol. 2 is lost.",
            "They met at 7 a.m. on Friday. | The vote is at 4 p.m. Eastern. | It ended at 9 p.m. | Mr. Cole left first.",
            "At 6 p.m. Mr. Cole rose. | He fell silent at 11 p.m. | Police came.",
            "The match ended 3.5 to 2. | The temperature was 38.6 C. | She rested.",
            "Polls close at 8 p.m. EST. | Counting starts at 9 p.m. GMT on Sunday.",
            "The road is 12 km. long. | The trail runs 5 km. | Hikers love it.",
            "Tents, rope, etc. were sold. | They took tents, rope, etc. | Everything went.",
            "It cites Art. I, Sec. 8, and vol. IV. | The SEC. | The stock opened at 9 a.m. PT. | It fell.",
            "The flat is No. 4. | Sec. 12 applies. | The bill (No. 7.115) passed.",
        ],
    );
}

#[test]
fn courts_and_latin() {
    cuts(
        "en",
        &[
            "In Holt v. Ames the court split. | In Roe vs. Ames it did not.",
            "Some fish, e.g. Atlantic cod, recovered. | Others, i.e. Baltic herring, did not.",
            "Marsh et al. found the error. | Nobody replied to Marsh et al. | They published anyway.",
            "He holds a Ph.D. in physics. | She has a B.A. | They met at M.I.T. in 1999.",
        ],
    );
}

#[test]
fn a_quotation_ends_with_its_closing_mark() {
    cuts(
        "en",
        &[
            "“We lost the files,” Ms. Ode said. | “All of them.”",
            "“We lost the files. | Nobody noticed. | It was awful,” Ms. Ode said.",
            "He called it “a farce.” | The mayor laughed.",
            "He called it \"a farce.\" | The mayor laughed.",
            "He called it ‘a farce’. | The mayor laughed.",
            "“Is that all?” she asked. | “Yes!” he shouted.",
            "“Is that all?” Reyes asked the clerk. | “It is.” | The clerk left.",
            "“Who signed this?” Sen. Ruth Ng of Ohio asked. | Nobody answered.",
            "“Who signed this?” Cole, the party’s treasurer, asked. | Nobody answered.",
            "“Who signed this?” | The room fell silent.",
            "“Stop!” | Police ran to the door.",
            "“It is,” he told the court, “the only copy.” | He sat down.",
            "The sign said: “Keep out.” | It was new.",
            "The song, “Why Not?” by Lio, won. | Its singer wept.",
            "He wrote, “See Holt (page 12).” | Then he stopped.",
            "“The funds […] were moved” (Annex 4). | Nobody objected.",
            "“I never […] signed. | They forged it,” he said.",
            "“No. | Never,” he said. | \"Ask him.\" | \"Why?\"",
            "He said the plan was “dead.” | “It is,” she replied.",
            "\"We will see.\" - Lou Finch",
            "Asked about it, she said: “Ask Lou Finch.” | “I did,” he said.",
        ],
    );
}

#[test]
fn an_ellipsis_ends_a_sentence_only_before_a_new_one() {
    cuts(
        "en",
        &[
            "He waited ... and left.",
            "He waited... | Then the phone rang.",
            "Well … he never came … | The door stayed shut.",
            "I know . . . I mean, I knew . . . what he did.",
            "Nobody saw it. | . . . The camera did.",
            "She paused. | ...and then she ran.",
            "“I wonder ...” he began. | She left.",
        ],
    );
}

#[test]
fn brackets_keep_their_sentences() {
    cuts(
        "en",
        &[
            "The mayor (she was elected in 2020.) declined to speak.",
            "He left. | (The others stayed.) | Nobody minded.",
            "The port (built by Finch Co.) closed. | It reopened (why?) in May.",
            "The ferry sank off the coast.3 | Its owner fled the island.11,12 | He swam 3.5 miles in version.2 of the tale.",
            "The ferry sank.[4] | Its owner fled.[12][13] | He was caught.",
            "He wrote that it was there [sic!] and left. | Nobody knew.",
            "She is a senator (D-Calif.) and a pilot. | He is neither.",
        ],
    );
}

#[test]
fn addresses_are_not_cut() {
    cuts(
        "en",
        &[
            "See https://port.example.org/a.b/?q=1. | It is public.",
            "Write to ann.moss@port.example.co.uk. | She answers.",
            "Visit port.example. | Harbor.example has the rest. | Orcat.com declined to comment.",
            "The file is memo.Final.pdf and nobody read it. | It is long.",
            "He deleted it. | https://port.example/1",
            "Send it to www.port.example/No.4 today.",
        ],
    );
}

#[test]
fn a_missing_blank_does_not_hide_a_stop() {
    cuts(
        "en",
        &[
            "The ferry sank.|Nobody was hurt.",
            "Was it late?|Nobody knew.",
            "It sold for 4,200.|The owner wept.",
            "They left on Monday.|Mr. Cole stayed.",
            "It runs on Node.js and Vue.Js code.",
        ],
    );
}

#[test]
fn exclamations_inside_a_sentence_do_not_end_it() {
    cuts(
        "en",
        &[
            "Yahoo! hired him. | Yahoo! Finance did not. | He left Yahoo! | The job was dull.",
            "The plan -- what a plan! -- failed.",
            "The cost - who knew? - doubled.",
            "The musical Oklahoma! opened in 1943.",
        ],
    );
}

#[test]
fn datelines_and_credits() {
    cuts(
        "en",
        &[
            "LAGOS, Sept. 4 (Reuters) - Two ships collided. | Both sank.",
            "PORT ELLIS — The mayor quit on Monday. | She gave no reason.",
            "ST. LOUIS (AP) — A bridge fell. | It was old.",
            "The mayor leaves the court | Photo: Jo Reed.",
            "The mayor in 2019. | File Photo: Jo Reed.",
            "Ferries in the harbor. | Image: Port Ellis Museum.",
        ],
    );
}

#[test]
fn careless_writing_is_still_cut() {
    cuts(
        "en",
        &[
            "i saw the ferry. it sank.",
            "Nobody believed it yesterday. | then the pictures came.",
            "iPhone sales fell. | iPad sales rose.",
        ],
    );
}

#[test]
fn the_mark_of_a_reference_belongs_to_the_sentence_before_it() {
    cuts(
        "en",
        &[
            "She played in the series.[2] | She left in May.",
            "She played in the series. [2] [14] | She left in May. [citation needed] | Nobody knew.",
            "The town paid.[a][note 3] | It was late. [1, 4–6] | It rained.",
            "The fee was paid in full. 8 | Yet the work was late.",
            "He said it rained. | [He] left at 5.",
            "It sank in 2019. | 40 people were saved.",
        ],
    );
}

#[test]
fn a_bracket_may_hold_stops_of_its_own() {
    cuts(
        "en",
        &[
            "She won a prize for Viva Sol! (1965), a film of her brother's. | It was her last.",
            "He was married twice (m. 1949; div. 1964) and died in Lund.",
            "The tongues are close (as Berg shows (Berg et al., eds.)). | Gulla is spoken here.",
            "You paid for it, right? :) | It was years ago.",
        ],
    );
}
