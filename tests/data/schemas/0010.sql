BEGIN TRANSACTION;
CREATE TABLE absence (
	programme_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	first_day DATE NOT NULL, 
	last_day DATE NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_absence PRIMARY KEY (id), 
	CONSTRAINT ck_absence_in_order CHECK (first_day <= last_day), 
	CONSTRAINT fk_absence_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_absence_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE
);
INSERT INTO "absence" VALUES('ac2387a8f5134e3a8f612f72afb2eef7','63ab67d38367477291fe01e128c55426','2026-03-02','2026-03-02','656b04e409774afa98b51b8af8984a19');
CREATE TABLE admission_check (
	enrolment_id CHAR(32) NOT NULL, 
	item VARCHAR NOT NULL, 
	done_on DATE NOT NULL, 
	recorded_by_id CHAR(32), 
	expires_on DATE, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_admission_check PRIMARY KEY (id), 
	CONSTRAINT fk_admission_check_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE, 
	CONSTRAINT fk_admission_check_recorded_by_id_member FOREIGN KEY(recorded_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT uq_admission_check_enrolment_id_item UNIQUE (enrolment_id, item)
);
CREATE TABLE advice (
	check_in_id CHAR(32) NOT NULL, 
	pairing_id CHAR(32) NOT NULL, 
	from_id CHAR(32) NOT NULL, 
	to_id CHAR(32) NOT NULL, 
	revealed_at DATETIME NOT NULL, 
	picked_at DATETIME, 
	tried_at DATETIME, 
	verdict VARCHAR(40), 
	said_at DATETIME, 
	text_sealed BLOB, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_advice PRIMARY KEY (id), 
	CONSTRAINT fk_advice_check_in_id_check_in FOREIGN KEY(check_in_id) REFERENCES check_in (id) ON DELETE CASCADE, 
	CONSTRAINT fk_advice_from_id_member FOREIGN KEY(from_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_advice_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT fk_advice_to_id_member FOREIGN KEY(to_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT uq_advice_check_in_id UNIQUE (check_in_id)
);
INSERT INTO "advice" VALUES('2f3b1693bd23497e873567b1fac45e66','35a488f7624f402e8aff715a6f525e18','7ac3318e14d4412db7e2369fabaa12bb','f15bbae2453f4bbf9999ccbe81b69544','2026-03-02 09:00:00.000000',NULL,NULL,NULL,NULL,X'0001016F87AFBB63574FAF2FE23ACE0E75485759412D1A568E0121461EC9288A2E0B140245AF067A',1,'7a6e42f7bdfc47439e43f12a428e0a57');
CREATE TABLE agreement (
	pairing_id CHAR(32) NOT NULL, 
	drafted_at DATETIME NOT NULL, 
	differs BOOLEAN NOT NULL, 
	changed_by_id CHAR(32), 
	changed_at DATETIME, 
	mentor_yes_at DATETIME, 
	mentee_yes_at DATETIME, 
	terms_sealed BLOB, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_agreement PRIMARY KEY (id), 
	CONSTRAINT fk_agreement_changed_by_id_member FOREIGN KEY(changed_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_agreement_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT uq_agreement_pairing_id UNIQUE (pairing_id)
);
INSERT INTO "agreement" VALUES('35a488f7624f402e8aff715a6f525e18','2026-03-02 09:00:00.000000',0,NULL,NULL,NULL,NULL,X'000133E9354133E567A6A08AC3FC31D0FFA62364BC779D72D0302685B15217146DF874A8B66AE505D26E41BB4675283272700B9E52EF3DCDC3CB20F159E84A2BDC4CDFEF0E1BE8B30FFA94D5B9C6AA843F346DF9D2CC32AFFBDCDABF585D2A65FD6DDA7F0FF394A5CDC1CBE8E3F81D381F5A0C3B94A6C39ABC5F1B630C34133D99745F26CD88EDA3F9E82749C18ECD384CE9A1D08BFBA8B2CE8F2D1CECA5C2098F4F902A2BE8BD33B2D2B2CA6FAB041E65A4BB4058323CEB3FB3AD137298CE2CCE955B8081C879',1,'ae02766ef51d4dfca0ce771bfba09252');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0010');
CREATE TABLE appeal (
	programme_id CHAR(32) NOT NULL, 
	text_en VARCHAR NOT NULL, 
	text_nl VARCHAR NOT NULL, 
	changed_at DATETIME NOT NULL, 
	by_id CHAR(32), 
	public_since DATETIME, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_appeal PRIMARY KEY (id), 
	CONSTRAINT fk_appeal_by_id_member FOREIGN KEY(by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_appeal_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT uq_appeal_programme_id UNIQUE (programme_id)
);
INSERT INTO "appeal" VALUES('ac2387a8f5134e3a8f612f72afb2eef7','We look for mentors.','We zoeken mentoren.','2026-03-02 09:00:00.000000',NULL,'2026-03-02 09:00:00.000000',1,'b8a0eb4af52240b195a8b09cc7a76f0b');
CREATE TABLE attempt (
	at DATETIME NOT NULL, 
	account VARCHAR NOT NULL, 
	origin VARCHAR NOT NULL, 
	succeeded BOOLEAN NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_attempt PRIMARY KEY (id)
);
CREATE TABLE avoidance (
	programme_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	other_id CHAR(32) NOT NULL, 
	source VARCHAR NOT NULL, 
	since DATETIME NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_avoidance PRIMARY KEY (id), 
	CONSTRAINT fk_avoidance_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_avoidance_other_id_member FOREIGN KEY(other_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_avoidance_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT uq_avoidance_programme_id_member_id_other_id UNIQUE (programme_id, member_id, other_id)
);
CREATE TABLE calendar_feed (
	programme_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	fingerprint VARCHAR NOT NULL, 
	made_at DATETIME NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_calendar_feed PRIMARY KEY (id), 
	CONSTRAINT fk_calendar_feed_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_calendar_feed_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT uq_calendar_feed_fingerprint UNIQUE (fingerprint), 
	CONSTRAINT uq_calendar_feed_programme_id_member_id UNIQUE (programme_id, member_id)
);
CREATE TABLE card_shown (
	pairing_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	tip VARCHAR(40) NOT NULL, 
	stage VARCHAR(40) NOT NULL, 
	card VARCHAR NOT NULL, 
	card_version INTEGER NOT NULL, 
	shown_at DATETIME NOT NULL, 
	why VARCHAR NOT NULL, 
	style VARCHAR NOT NULL, 
	propensity DOUBLE NOT NULL, 
	answer_sealed BLOB, 
	answered_at DATETIME, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_card_shown PRIMARY KEY (id), 
	CONSTRAINT fk_card_shown_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_card_shown_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE
);
INSERT INTO "card_shown" VALUES('35a488f7624f402e8aff715a6f525e18','f15bbae2453f4bbf9999ccbe81b69544','listen','early','listen.early.mentee',1,'2026-03-02 09:00:00.000000','stage','plain',1.0,NULL,NULL,'381b09f2f3f44a468a54e21a84b0dcf0');
CREATE TABLE card_text (
	programme_id CHAR(32) NOT NULL, 
	card VARCHAR NOT NULL, 
	base_version INTEGER NOT NULL, 
	written_at DATETIME NOT NULL, 
	text_en VARCHAR NOT NULL, 
	text_nl VARCHAR NOT NULL, 
	written_by_id CHAR(32), 
	state VARCHAR(40) NOT NULL, 
	approved_by_id CHAR(32), 
	also_approved_by_id CHAR(32), 
	live_at DATETIME, 
	ended_at DATETIME, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_card_text PRIMARY KEY (id), 
	CONSTRAINT fk_card_text_also_approved_by_id_member FOREIGN KEY(also_approved_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_card_text_approved_by_id_member FOREIGN KEY(approved_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_card_text_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT fk_card_text_written_by_id_member FOREIGN KEY(written_by_id) REFERENCES member (id) ON DELETE SET NULL
);
CREATE TABLE care (
	programme_id CHAR(32) NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	at DATETIME NOT NULL, 
	by_id CHAR(32), 
	pairing_id CHAR(32), 
	signal_id CHAR(32), 
	with_id CHAR(32), 
	band VARCHAR(40), 
	outcome VARCHAR(40), 
	until DATE, 
	text_sealed BLOB, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_care PRIMARY KEY (id), 
	CONSTRAINT fk_care_by_id_member FOREIGN KEY(by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_care_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT fk_care_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT fk_care_signal_id_signal FOREIGN KEY(signal_id) REFERENCES signal (id) ON DELETE SET NULL, 
	CONSTRAINT fk_care_with_id_member FOREIGN KEY(with_id) REFERENCES member (id) ON DELETE SET NULL
);
CREATE TABLE check_in (
	pairing_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	side VARCHAR(40) NOT NULL, 
	period INTEGER NOT NULL, 
	opens_on DATE NOT NULL, 
	closes_on DATE NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	asked JSON NOT NULL, 
	opened_at DATETIME, 
	answered_at DATETIME, 
	entered_by_id CHAR(32), 
	entered_why VARCHAR NOT NULL, 
	answers_sealed BLOB, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, revealed_at DATETIME, 
	CONSTRAINT pk_check_in PRIMARY KEY (id), 
	CONSTRAINT fk_check_in_entered_by_id_member FOREIGN KEY(entered_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_check_in_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_check_in_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT uq_check_in_pairing_id_side_kind_period UNIQUE (pairing_id, side, kind, period)
);
INSERT INTO "check_in" VALUES('35a488f7624f402e8aff715a6f525e18','f15bbae2453f4bbf9999ccbe81b69544','mentee',0,'2026-03-02','2026-03-12','pulse','open','["bond", "goal", "safe.A", "listen.A", "empathy.A", "fit", "mood", "talk"]','2026-03-02 09:00:00.000000',NULL,NULL,'',NULL,1,'2f3b1693bd23497e873567b1fac45e66',NULL);
CREATE TABLE chosen_pairs (
	run_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	pairs JSON NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_chosen_pairs PRIMARY KEY (id), 
	CONSTRAINT fk_chosen_pairs_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_chosen_pairs_run_id_match_run FOREIGN KEY(run_id) REFERENCES match_run (id) ON DELETE CASCADE, 
	CONSTRAINT uq_chosen_pairs_run_id_member_id UNIQUE (run_id, member_id)
);
CREATE TABLE circle (
	programme_id CHAR(32) NOT NULL, 
	by_id CHAR(32), 
	starts_at DATETIME NOT NULL, 
	minutes INTEGER NOT NULL, 
	"where" VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	called_off_at DATETIME, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_circle PRIMARY KEY (id), 
	CONSTRAINT ck_circle_minutes CHECK (minutes BETWEEN 15 AND 480), 
	CONSTRAINT fk_circle_by_id_member FOREIGN KEY(by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_circle_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE
);
INSERT INTO "circle" VALUES('ac2387a8f5134e3a8f612f72afb2eef7','63ab67d38367477291fe01e128c55426','2026-03-11 09:00:00.000000',60,'Library','2026-03-02 09:00:00.000000',NULL,'7c97e593f6b44a4099b90cf6c7f68906');
CREATE TABLE circle_guest (
	circle_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	says BOOLEAN, 
	said_at DATETIME, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_circle_guest PRIMARY KEY (id), 
	CONSTRAINT fk_circle_guest_circle_id_circle FOREIGN KEY(circle_id) REFERENCES circle (id) ON DELETE CASCADE, 
	CONSTRAINT fk_circle_guest_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT uq_circle_guest_circle_id_member_id UNIQUE (circle_id, member_id)
);
INSERT INTO "circle_guest" VALUES('7c97e593f6b44a4099b90cf6c7f68906','7ac3318e14d4412db7e2369fabaa12bb',NULL,NULL,'1dd63298588a4ef49f3ea115f67ba554');
CREATE TABLE circular (
	programme_id CHAR(32) NOT NULL, 
	by_id CHAR(32), 
	sent_at DATETIME NOT NULL, 
	meant_for INTEGER NOT NULL, 
	left_out JSON NOT NULL, 
	subject_en_sealed BLOB, 
	subject_nl_sealed BLOB, 
	text_en_sealed BLOB, 
	text_nl_sealed BLOB, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_circular PRIMARY KEY (id), 
	CONSTRAINT fk_circular_by_id_member FOREIGN KEY(by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_circular_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE
);
INSERT INTO "circular" VALUES('ac2387a8f5134e3a8f612f72afb2eef7',NULL,'2026-03-02 09:00:00.000000',1,'{}',X'000137FCB4A19D7A865283DDF30FA0D49475C410224DCF764B44D0CCC89A0BB65C17CC',NULL,X'0001AF4FF181975289B9FE6C00C2384DFFC5083DF481E2761FFBBFC91E7C5C920273861FBFE66F6F9A92A7E4',NULL,'fe9a10af26bb4863b6af090f1e5a4df1');
CREATE TABLE closing (
	pairing_id CHAR(32) NOT NULL, 
	begun_at DATETIME NOT NULL, 
	ends_on DATE NOT NULL, 
	asked_by_id CHAR(32), 
	coordinator_tells BOOLEAN NOT NULL, 
	reason_sealed BLOB, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_closing PRIMARY KEY (id), 
	CONSTRAINT fk_closing_asked_by_id_member FOREIGN KEY(asked_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_closing_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT uq_closing_pairing_id UNIQUE (pairing_id)
);
CREATE TABLE concern (
	programme_id CHAR(32) NOT NULL, 
	from_id CHAR(32) NOT NULL, 
	to_id CHAR(32) NOT NULL, 
	about VARCHAR(40) NOT NULL, 
	sent_at DATETIME NOT NULL, 
	pairing_id CHAR(32), 
	reach_by VARCHAR NOT NULL, 
	text_sealed BLOB, 
	handled_at DATETIME, 
	outcome_sealed BLOB, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_concern PRIMARY KEY (id), 
	CONSTRAINT fk_concern_from_id_member FOREIGN KEY(from_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_concern_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE SET NULL, 
	CONSTRAINT fk_concern_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT fk_concern_to_id_member FOREIGN KEY(to_id) REFERENCES member (id) ON DELETE CASCADE
);
INSERT INTO "concern" VALUES('ac2387a8f5134e3a8f612f72afb2eef7','f15bbae2453f4bbf9999ccbe81b69544','63ab67d38367477291fe01e128c55426','partner','2026-03-02 09:00:00.000000','35a488f7624f402e8aff715a6f525e18','',X'0001046089A477DC36667A94C29255FBBFFC2C7381839F039AA24D4AFCED24DDC6F9A6A1652139657B0C22DA62FC79CB34C89344DEF6148FDF0A51',NULL,NULL,1,'6705be697a894a86b52020dcc8cdc74d');
CREATE TABLE consent (
	enrolment_id CHAR(32) NOT NULL, 
	text VARCHAR NOT NULL, 
	language VARCHAR(40) NOT NULL, 
	text_version INTEGER NOT NULL, 
	given_at DATETIME NOT NULL, 
	given_for_by_id CHAR(32), 
	withdrawn_at DATETIME, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_consent PRIMARY KEY (id), 
	CONSTRAINT fk_consent_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE, 
	CONSTRAINT fk_consent_given_for_by_id_member FOREIGN KEY(given_for_by_id) REFERENCES member (id) ON DELETE SET NULL
);
INSERT INTO "consent" VALUES('5fd1c6a194434076b6a5bb595b0c1bb4','I agree.','en',1,'2026-03-02 09:00:00.000000',NULL,NULL,'4095a1be87f54443907e9ec96abd7a16');
CREATE TABLE context_line (
	pairing_id CHAR(32) NOT NULL, 
	until DATE NOT NULL, 
	shared_at DATETIME NOT NULL, 
	text_sealed BLOB, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_context_line PRIMARY KEY (id), 
	CONSTRAINT fk_context_line_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT uq_context_line_pairing_id UNIQUE (pairing_id)
);
CREATE TABLE denial (
	at DATETIME NOT NULL, 
	asked VARCHAR NOT NULL, 
	actor CHAR(32), 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_denial PRIMARY KEY (id)
);
CREATE TABLE enrolment (
	member_id CHAR(32) NOT NULL, 
	programme_id CHAR(32) NOT NULL, 
	side VARCHAR(40) NOT NULL, 
	created_at DATETIME NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	state_since DATETIME, 
	section VARCHAR NOT NULL, 
	saved_at DATETIME, 
	places INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	organisation VARCHAR NOT NULL, 
	level INTEGER, 
	languages JSON NOT NULL, 
	place VARCHAR NOT NULL, 
	meets VARCHAR(40), 
	slots JSON NOT NULL, 
	topics JSON NOT NULL, 
	statements JSON NOT NULL, 
	goal VARCHAR NOT NULL, 
	styles JSON NOT NULL, 
	avoids_own_organisation BOOLEAN NOT NULL, 
	avoids JSON NOT NULL, 
	reference VARCHAR, 
	source VARCHAR(40) NOT NULL, 
	entered_by_id CHAR(32), 
	entered_why VARCHAR NOT NULL, 
	confirmed_at DATETIME, 
	ground VARCHAR NOT NULL, 
	import_id CHAR(32), 
	paused_until DATE, 
	note_sealed BLOB, 
	reason_sealed BLOB, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_enrolment PRIMARY KEY (id), 
	CONSTRAINT ck_enrolment_places CHECK (places BETWEEN 0 AND 20), 
	CONSTRAINT fk_enrolment_entered_by_id_member FOREIGN KEY(entered_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_enrolment_import_id_import FOREIGN KEY(import_id) REFERENCES import (id) ON DELETE SET NULL, 
	CONSTRAINT fk_enrolment_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_enrolment_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT uq_enrolment_member_id_programme_id_side UNIQUE (member_id, programme_id, side)
);
INSERT INTO "enrolment" VALUES('85a0497942ea4ca589f3d414a0d6e62a','ac2387a8f5134e3a8f612f72afb2eef7','mentor','2026-03-02 09:00:00.000000','paired','2026-03-02 09:00:00.000000','',NULL,1,'','',NULL,'["en"]','Utrecht','either','["mon-evening", "wed-evening"]','["job-search"]','["I want to talk about looking for work."]','One good conversation.','["listen"]',0,'[]',NULL,'member',NULL,'','2026-03-02 09:00:00.000000','',NULL,NULL,NULL,NULL,1,'fec4972c118a4732b0484a0ec016a65c');
INSERT INTO "enrolment" VALUES('0529b58ad3464032ade7622642e77f5d','ac2387a8f5134e3a8f612f72afb2eef7','mentee','2026-03-02 09:00:00.000000','paired','2026-03-02 09:00:00.000000','',NULL,1,'','',NULL,'["en"]','Utrecht','either','["mon-evening", "wed-evening"]','["job-search"]','["I want to talk about looking for work."]','One good conversation.','["listen"]',0,'[]',NULL,'member',NULL,'','2026-03-02 09:00:00.000000','',NULL,NULL,NULL,NULL,1,'72e08fca201a4fdcbcad16669396f712');
INSERT INTO "enrolment" VALUES('7ac3318e14d4412db7e2369fabaa12bb','ac2387a8f5134e3a8f612f72afb2eef7','mentor','2026-03-02 09:00:00.000000','paired','2026-03-02 09:00:00.000000','',NULL,1,'','',NULL,'["en"]','Utrecht','either','["mon-evening", "wed-evening"]','["job-search"]','["I want to talk about looking for work."]','One good conversation.','["listen"]',0,'[]',NULL,'member',NULL,'','2026-03-02 09:00:00.000000','',NULL,NULL,NULL,NULL,1,'8a29fc63e0604116aaca98cf03b1b3b6');
INSERT INTO "enrolment" VALUES('f15bbae2453f4bbf9999ccbe81b69544','ac2387a8f5134e3a8f612f72afb2eef7','mentee','2026-03-02 09:00:00.000000','paired','2026-03-02 09:00:00.000000','',NULL,1,'','',NULL,'["en"]','Utrecht','either','["mon-evening", "wed-evening"]','["job-search"]','["I want to talk about looking for work."]','One good conversation.','["listen"]',0,'[]',NULL,'member',NULL,'','2026-03-02 09:00:00.000000','',NULL,NULL,NULL,NULL,1,'5fd1c6a194434076b6a5bb595b0c1bb4');
CREATE TABLE entry_reply (
	entry_id CHAR(32) NOT NULL, 
	by_id CHAR(32) NOT NULL, 
	sent_at DATETIME NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	text_sealed BLOB, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_entry_reply PRIMARY KEY (id), 
	CONSTRAINT fk_entry_reply_by_id_member FOREIGN KEY(by_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_entry_reply_entry_id_own_entry FOREIGN KEY(entry_id) REFERENCES own_entry (id) ON DELETE CASCADE
);
CREATE TABLE escalation (
	signal_id CHAR(32) NOT NULL, 
	to_id CHAR(32) NOT NULL, 
	at DATETIME NOT NULL, 
	by_id CHAR(32), 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_escalation PRIMARY KEY (id), 
	CONSTRAINT fk_escalation_by_id_member FOREIGN KEY(by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_escalation_signal_id_signal FOREIGN KEY(signal_id) REFERENCES signal (id) ON DELETE CASCADE, 
	CONSTRAINT fk_escalation_to_id_member FOREIGN KEY(to_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT uq_escalation_signal_id_to_id UNIQUE (signal_id, to_id)
);
CREATE TABLE event (
	at DATETIME NOT NULL, 
	actor CHAR(32), 
	action VARCHAR NOT NULL, 
	thing VARCHAR NOT NULL, 
	thing_id CHAR(32), 
	programme_id CHAR(32), 
	facts JSON NOT NULL, 
	sequence INTEGER, 
	digest VARCHAR, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_event PRIMARY KEY (id), 
	CONSTRAINT uq_event_sequence UNIQUE (sequence)
);
CREATE TABLE expectation (
	pairing_id CHAR(32) NOT NULL, 
	side VARCHAR(40) NOT NULL, 
	answered_at DATETIME NOT NULL, 
	answers_sealed BLOB, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_expectation PRIMARY KEY (id), 
	CONSTRAINT fk_expectation_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT uq_expectation_pairing_id_side UNIQUE (pairing_id, side)
);
INSERT INTO "expectation" VALUES('35a488f7624f402e8aff715a6f525e18','mentee','2026-03-02 09:00:00.000000',X'000195F45935E308FB38D1DD987995F7A0252802FC792923257565C22D63F5B188C6BC2A766EC40D0A42C124E821BCEFB2F09162AB7E783FDF290ED0B8F9A979A9B66731A284621274A2D39B3DDABD05931557C569989DEF5C0B18C164C2C1648FD23FAD6C004AF7B2A20702D528ED014AB2B1C972E34742376EB227B1118F582F178E09D35715DFE0778E1F0B02','104f4fff4f6245279d020a2440dc9ae6');
INSERT INTO "expectation" VALUES('35a488f7624f402e8aff715a6f525e18','mentor','2026-03-02 09:00:00.000000',X'0001F4DFD6B30528D5B2820B78BAD812C5CC4782778AEB8A2DED4A24865035A9EE606A79208B21D2469F54CD8DB421E9A9C992BB0A7F8A07509E03890570961F1324FBB3B0BD47C7F6813230F0871317D0222782A5C03755A0955E0EFC1FE7A8F335112DB9276E79C18DA4DC9E5E8D70887B7652EF866A3C3FDEEB09EE69BE5EE5DCB8B5807F71C0F94D64EBFE9B','8697f0ff156140638539c989ba5f12e6');
CREATE TABLE farewell (
	pairing_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	words_sealed BLOB, 
	written_at DATETIME, 
	takeaway_sealed BLOB, 
	stays_in_touch VARCHAR, 
	how_sealed BLOB, 
	wish VARCHAR(40), 
	keep_until DATE, 
	forgotten_at DATETIME, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_farewell PRIMARY KEY (id), 
	CONSTRAINT ck_farewell_stays_in_touch CHECK (stays_in_touch IN ('yes', 'no')), 
	CONSTRAINT fk_farewell_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_farewell_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT uq_farewell_pairing_id_member_id UNIQUE (pairing_id, member_id)
);
CREATE TABLE forbidden_pair (
	programme_id CHAR(32) NOT NULL, 
	mentee_enrolment_id CHAR(32) NOT NULL, 
	mentor_enrolment_id CHAR(32) NOT NULL, 
	reason VARCHAR NOT NULL, 
	by_id CHAR(32), 
	since DATETIME NOT NULL, 
	words_sealed BLOB, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_forbidden_pair PRIMARY KEY (id), 
	CONSTRAINT fk_forbidden_pair_by_id_member FOREIGN KEY(by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_forbidden_pair_mentee_enrolment_id_enrolment FOREIGN KEY(mentee_enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE, 
	CONSTRAINT fk_forbidden_pair_mentor_enrolment_id_enrolment FOREIGN KEY(mentor_enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE, 
	CONSTRAINT fk_forbidden_pair_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT uq_forbidden_pair_mentee_enrolment_id_mentor_enrolment_id UNIQUE (mentee_enrolment_id, mentor_enrolment_id)
);
INSERT INTO "forbidden_pair" VALUES('ac2387a8f5134e3a8f612f72afb2eef7','5fd1c6a194434076b6a5bb595b0c1bb4','8a29fc63e0604116aaca98cf03b1b3b6','fit',NULL,'2026-03-02 09:00:00.000000',NULL,'f5c1f5b57ad84d47bd75d9fcd54a7510');
CREATE TABLE health (
	pairing_id CHAR(32) NOT NULL, 
	at DATETIME NOT NULL, 
	band VARCHAR(40) NOT NULL, 
	score DOUBLE, 
	reasons JSON NOT NULL, 
	is_unsure BOOLEAN NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_health PRIMARY KEY (id), 
	CONSTRAINT fk_health_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT uq_health_pairing_id UNIQUE (pairing_id)
);
CREATE TABLE heard_line (
	meeting_id CHAR(32) NOT NULL, 
	written_at DATETIME NOT NULL, 
	said_sealed BLOB, 
	kept_at DATETIME, 
	is_corrected BOOLEAN NOT NULL, 
	kept_sealed BLOB, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_heard_line PRIMARY KEY (id), 
	CONSTRAINT fk_heard_line_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE, 
	CONSTRAINT uq_heard_line_meeting_id UNIQUE (meeting_id)
);
CREATE TABLE help_request (
	pairing_id CHAR(32) NOT NULL, 
	asked_at DATETIME NOT NULL, 
	size VARCHAR(40) NOT NULL, 
	wanted_by DATE, 
	answer VARCHAR(40), 
	answered_at DATETIME, 
	promised_by DATE, 
	closed_at DATETIME, 
	was_kept BOOLEAN, 
	what_sealed BLOB, 
	reply_sealed BLOB, 
	fit_sealed BLOB, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_help_request PRIMARY KEY (id), 
	CONSTRAINT fk_help_request_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE
);
INSERT INTO "help_request" VALUES('35a488f7624f402e8aff715a6f525e18','2026-03-02 09:00:00.000000','small',NULL,NULL,NULL,NULL,NULL,NULL,X'0001C1CFE41D9D82A0C05CC7F1AD4259007E2CAD6CC31243AC62127FCB5D2FF01386529B9F16B3940EE2EF7130',NULL,NULL,1,'5cf9a1d692eb4879a356eef87d5eae3c');
CREATE TABLE import (
	programme_id CHAR(32) NOT NULL, 
	by_id CHAR(32), 
	side VARCHAR(40) NOT NULL, 
	file_name VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	row_count INTEGER NOT NULL, 
	findings JSON NOT NULL, 
	ground VARCHAR NOT NULL, 
	applied_at DATETIME, 
	file_sealed BLOB, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_import PRIMARY KEY (id), 
	CONSTRAINT fk_import_by_id_member FOREIGN KEY(by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_import_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE
);
INSERT INTO "import" VALUES('ac2387a8f5134e3a8f612f72afb2eef7','63ab67d38367477291fe01e128c55426','mentee','people.csv','2026-03-02 09:00:00.000000','ready',0,'[]','',NULL,NULL,1,'d65cfdf66c12478588cd1daac953907e');
CREATE TABLE import_row (
	import_id CHAR(32) NOT NULL, 
	number INTEGER NOT NULL, 
	findings JSON NOT NULL, 
	values_sealed BLOB, 
	effect VARCHAR NOT NULL, 
	applied_at DATETIME, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_import_row PRIMARY KEY (id), 
	CONSTRAINT fk_import_row_import_id_import FOREIGN KEY(import_id) REFERENCES import (id) ON DELETE CASCADE, 
	CONSTRAINT uq_import_row_import_id_number UNIQUE (import_id, number)
);
CREATE TABLE job (
	kind VARCHAR NOT NULL, 
	subject_id CHAR(32) NOT NULL, 
	created_at DATETIME NOT NULL, 
	due_at DATETIME NOT NULL, 
	period VARCHAR NOT NULL, 
	payload JSON NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	attempts INTEGER NOT NULL, 
	lease_until DATETIME, 
	fence INTEGER NOT NULL, 
	progress DOUBLE NOT NULL, 
	phase VARCHAR NOT NULL, 
	snapshot_hash VARCHAR, 
	cancel_asked BOOLEAN NOT NULL, 
	started_at DATETIME, 
	finished_at DATETIME, 
	error VARCHAR, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_job PRIMARY KEY (id), 
	CONSTRAINT ck_job_attempts CHECK (attempts >= 0), 
	CONSTRAINT ck_job_progress CHECK (progress >= 0 AND progress <= 1), 
	CONSTRAINT uq_job_kind_subject_id_period UNIQUE (kind, subject_id, period)
);
INSERT INTO "job" VALUES('match_run','13d8323547b04d74b48304fd92fbab50','2026-03-02 09:00:00.000000','2026-03-02 09:00:00.000000','parked','{}','parked',0,NULL,0,0.0,'',NULL,0,NULL,NULL,NULL,'8dcf7041b3724eaa8121cb393b8b0911');
CREATE TABLE keeper (
	pairing_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	since DATETIME NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_keeper PRIMARY KEY (id), 
	CONSTRAINT fk_keeper_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_keeper_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT uq_keeper_pairing_id UNIQUE (pairing_id)
);
CREATE TABLE leaf_opened (
	pairing_id CHAR(32) NOT NULL, 
	leaf VARCHAR NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	day DATE NOT NULL, 
	opened_at DATETIME NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_leaf_opened PRIMARY KEY (id), 
	CONSTRAINT fk_leaf_opened_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_leaf_opened_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT uq_leaf_opened_pairing_id_leaf_member_id_day UNIQUE (pairing_id, leaf, member_id, day)
);
CREATE TABLE leftover (
	run_id CHAR(32) NOT NULL, 
	enrolment_id CHAR(32) NOT NULL, 
	reasons JSON NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_leftover PRIMARY KEY (id), 
	CONSTRAINT fk_leftover_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE, 
	CONSTRAINT fk_leftover_run_id_match_run FOREIGN KEY(run_id) REFERENCES match_run (id) ON DELETE CASCADE, 
	CONSTRAINT uq_leftover_run_id_enrolment_id UNIQUE (run_id, enrolment_id)
);
CREATE TABLE letter_text (
	programme_id CHAR(32) NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	side VARCHAR(40) NOT NULL, 
	language VARCHAR(40) NOT NULL, 
	subject VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	changed_at DATETIME NOT NULL, 
	by_id CHAR(32), 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_letter_text PRIMARY KEY (id), 
	CONSTRAINT fk_letter_text_by_id_member FOREIGN KEY(by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_letter_text_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT uq_letter_text_programme_id_kind_side_language UNIQUE (programme_id, kind, side, language)
);
CREATE TABLE looking (
	proposal_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	since DATETIME NOT NULL, 
	seen_at DATETIME NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_looking PRIMARY KEY (id), 
	CONSTRAINT fk_looking_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_looking_proposal_id_proposal FOREIGN KEY(proposal_id) REFERENCES proposal (id) ON DELETE CASCADE, 
	CONSTRAINT uq_looking_proposal_id_member_id UNIQUE (proposal_id, member_id)
);
CREATE TABLE mail (
	kind VARCHAR NOT NULL, 
	subject_id CHAR(32) NOT NULL, 
	period VARCHAR NOT NULL, 
	member_id CHAR(32), 
	address VARCHAR NOT NULL, 
	language VARCHAR(40) NOT NULL, 
	created_at DATETIME NOT NULL, 
	due_at DATETIME NOT NULL, 
	letter_sealed BLOB, 
	budget VARCHAR(40) NOT NULL, 
	guarantee VARCHAR(40) NOT NULL, 
	delivery VARCHAR(40) NOT NULL, 
	attempts INTEGER NOT NULL, 
	lease_until DATETIME, 
	fence INTEGER NOT NULL, 
	sent_at DATETIME, 
	error VARCHAR, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_mail PRIMARY KEY (id), 
	CONSTRAINT ck_mail_attempts CHECK (attempts >= 0), 
	CONSTRAINT fk_mail_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT uq_mail_kind_subject_id_period_address UNIQUE (kind, subject_id, period, address)
);
INSERT INTO "mail" VALUES('trial','f666bce60c084cff9097881d630c6ff7','',NULL,'reader1@example.org','en','2026-03-02 09:00:00.000000','2026-03-02 09:00:00.000000',X'0001411F2F7E7FC41819B56DEDB548DEEE9C6510EFFACC91AC298C714B53712691E8242167E40C3078BD3F98293DDB410DD4A880722BB670EB0B572486013C43CB4F96C4836488E25E615AD82241D308237C8C1EF33DE09F37BDF81CC1721CC93CCB4C844F645579C6ACDBC4D85AC577235630D2EFEF845818F9610E170D32F800C60B5E141F302E1BD723B9323ECE6655127AD35B30D6B3D216F2C7545F51C3982A189824960C992ABE37C4F0C3D8FEBC488AA9A2602F4804E58D6D438324FCE7DC019D1E1BBF437CB8F337F40E9385E2BBF7DE7728F61E408E08C55ED80AF7E59DEAC4CD3DECDA19F68D3540F4757E571DB2346B4BB3AEBF7B8EE1CD679D3318D1C11B86E15790F7E868E1293F9238452560D4579EA22CF09DE4DBDE1DFBB5E38AF8EB8F0BD522BE6D33FC4BA5CA18333E04FCBB7613E0D35F9C2C555EB93F8CE12CDE99B16A87B58A4050F3FEAF6D731B6187D9148D0AEEBF071003FF54C2E0D7FB19F4588AFAAC682DCA489DF45D84BCB78D5F9CDBB6643DAA609DA4719CE4A0134AA487299A58867C095F84CFA63B35A3B14CFE6738A45213B5D4F1173EBF816892D9C9661EAB1682CA6960519BD23BA571C9DBEF5AC43730DFD457BC87836EAE22EEAB3D','essential','must_arrive','queued',0,NULL,0,NULL,NULL,'def260d5de8a4ae4aea3fdf3f528c8b3');
CREATE TABLE mail_stop (
	member_id CHAR(32) NOT NULL, 
	budget VARCHAR(40) NOT NULL, 
	since DATETIME NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_mail_stop PRIMARY KEY (id), 
	CONSTRAINT fk_mail_stop_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT uq_mail_stop_member_id_budget UNIQUE (member_id, budget)
);
CREATE TABLE match_run (
	programme_id CHAR(32) NOT NULL, 
	number INTEGER NOT NULL, 
	started_by_id CHAR(32), 
	created_at DATETIME NOT NULL, 
	settings JSON NOT NULL, 
	seed INTEGER NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	snapshot_sealed BLOB, 
	snapshot_hash VARCHAR, 
	result_hash VARCHAR, 
	summary JSON NOT NULL, 
	total DOUBLE, 
	bound DOUBLE, 
	gap DOUBLE, 
	seconds DOUBLE, 
	finished_at DATETIME, 
	published_at DATETIME, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_match_run PRIMARY KEY (id), 
	CONSTRAINT fk_match_run_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT fk_match_run_started_by_id_member FOREIGN KEY(started_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT uq_match_run_programme_id_number UNIQUE (programme_id, number)
);
INSERT INTO "match_run" VALUES('ac2387a8f5134e3a8f612f72afb2eef7',1,'63ab67d38367477291fe01e128c55426','2026-03-02 09:00:00.000000','{"criteria": [{"name": "topics", "kind": "topics", "weight": "decisive", "need": "", "offer": "", "options": {}}, {"name": "words", "kind": "words", "weight": "high", "need": "statements", "offer": "", "options": {}}, {"name": "languages", "kind": "set", "weight": "some", "need": "", "offer": "", "options": {}}, {"name": "availability", "kind": "availability", "weight": "some", "need": "", "offer": "", "options": {"enough": 2}}, {"name": "place", "kind": "place", "weight": "some", "need": "", "offer": "", "options": {}}, {"name": "style", "kind": "set", "weight": "some", "need": "", "offer": "", "options": {"by": "coverage"}}], "rules": [{"kind": "self", "need": "", "offer": "", "criterion": "", "value": 0.0, "pairs": [], "separator": ";", "code": ""}, {"kind": "avoid", "need": "", "offer": "", "criterion": "", "value": 0.0, "pairs": [], "separator": ";", "code": ""}], "objective": "coverage", "use_mentors": false, "floor": 0.0, "encoder": ""}',0,'reviewed',NULL,NULL,NULL,'{}',1.8,1.8,0.0,0.3,'2026-03-02 09:00:00.000000',NULL,1,'13d8323547b04d74b48304fd92fbab50');
CREATE TABLE meeting (
	pairing_id CHAR(32) NOT NULL, 
	starts_at DATETIME NOT NULL, 
	minutes INTEGER NOT NULL, 
	proposed_by_id CHAR(32), 
	online BOOLEAN NOT NULL, 
	"where" VARCHAR NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	absent_id CHAR(32), 
	logged_by_id CHAR(32), 
	sequence INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, support VARCHAR(40), others JSON, 
	CONSTRAINT pk_meeting PRIMARY KEY (id), 
	CONSTRAINT ck_meeting_minutes CHECK (minutes BETWEEN 5 AND 1440), 
	CONSTRAINT fk_meeting_absent_id_member FOREIGN KEY(absent_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_meeting_logged_by_id_member FOREIGN KEY(logged_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_meeting_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT fk_meeting_proposed_by_id_member FOREIGN KEY(proposed_by_id) REFERENCES member (id) ON DELETE SET NULL
);
INSERT INTO "meeting" VALUES('35a488f7624f402e8aff715a6f525e18','2026-03-09 09:00:00.000000',60,'f15bbae2453f4bbf9999ccbe81b69544',0,'Library Neude','planned',NULL,NULL,0,1,'3c240e7e4a1f4714978524daf5a17139',NULL,NULL);
CREATE TABLE member (
	name VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	email VARCHAR, 
	email_key VARCHAR, 
	email_confirmed_at DATETIME, 
	phone VARCHAR, 
	pronouns VARCHAR NOT NULL, 
	language VARCHAR(40) NOT NULL, 
	zone VARCHAR NOT NULL, 
	password_hash VARCHAR, 
	disabled_at DATETIME, 
	epoch INTEGER NOT NULL, 
	audit_key CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, email_returned_at DATETIME, 
	CONSTRAINT pk_member PRIMARY KEY (id), 
	CONSTRAINT uq_member_email_key UNIQUE (email_key)
);
INSERT INTO "member" VALUES('Yara','2026-03-02 09:00:00.000000','member1@example.org','member1@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'02ab86170ca7461f92121582386efb48',1,'f15bbae2453f4bbf9999ccbe81b69544',NULL);
INSERT INTO "member" VALUES('Marijke','2026-03-02 09:00:00.000000','member2@example.org','member2@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'7e48b6c12a0541fabf42467c4a94a621',1,'7ac3318e14d4412db7e2369fabaa12bb',NULL);
INSERT INTO "member" VALUES('Ingrid','2026-03-02 09:00:00.000000','member3@example.org','member3@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'db000577f42143779ae0f20e6879f32f',1,'85a0497942ea4ca589f3d414a0d6e62a',NULL);
INSERT INTO "member" VALUES('Hanna','2026-03-02 09:00:00.000000','member4@example.org','member4@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'d278f2de3b8f4dddbf15e1782b581e1f',1,'63ab67d38367477291fe01e128c55426',NULL);
INSERT INTO "member" VALUES('Otto','2026-03-02 09:00:00.000000','member5@example.org','member5@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'b801a8f2395b42449ca8dd02ca1d5399',1,'d24554a4502a4347b4cd7875c75131a2',NULL);
INSERT INTO "member" VALUES('Bea','2026-03-02 09:00:00.000000','member6@example.org','member6@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'833a7c14bf0843269d07fa0ab90cb06f',1,'22c84b18f4814805b3e55892c0671eda',NULL);
INSERT INTO "member" VALUES('Yara','2026-03-02 09:00:00.000000','member9@example.org','member9@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'a796b2cd6db4476bac42e78c82d04ab4',1,'0529b58ad3464032ade7622642e77f5d',NULL);
CREATE TABLE one_time_link (
	fingerprint VARCHAR NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	purpose VARCHAR(40) NOT NULL, 
	made_at DATETIME NOT NULL, 
	until DATETIME NOT NULL, 
	subject_id CHAR(32), 
	address VARCHAR, 
	used_at DATETIME, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_one_time_link PRIMARY KEY (id), 
	CONSTRAINT fk_one_time_link_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT uq_one_time_link_fingerprint UNIQUE (fingerprint)
);
INSERT INTO "one_time_link" VALUES('af9817cbafd5a34ad9ffb530edf912ac9cf8eeb0cd963446c1ea2117769df248','f15bbae2453f4bbf9999ccbe81b69544','confirm_email','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'0a397c190d8c4d8f82ed27682740a191');
INSERT INTO "one_time_link" VALUES('ad98b468d5d35e026092748a93c714bc9a2581266b867107c5adf9f9b870fe24','f15bbae2453f4bbf9999ccbe81b69544','change_email','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'new@example.org',NULL,'25466bae85aa46e6a082bb013b239dcc');
INSERT INTO "one_time_link" VALUES('bde3d13fadf3a7f9a0c7ce45610e63acea7e612f16d021546f7fd8fd495b4144','f15bbae2453f4bbf9999ccbe81b69544','reset_password','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'bab3fadcb1a149d6b33c9e21516b3ce6');
INSERT INTO "one_time_link" VALUES('4261c31e5a618d030bc838f4f80d722928f60b645780ed64c8eace8f5c708d83','f15bbae2453f4bbf9999ccbe81b69544','invitation','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'68b0581454a6467f88d5a4c3d9eec792');
INSERT INTO "one_time_link" VALUES('9d22b523a1ea54d818880e76a37b3273d1ce7d348bba7d70295b418fc678ad46','f15bbae2453f4bbf9999ccbe81b69544','revert_email','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'new@example.org',NULL,'5f49635ea51946a59ee1073cefe09ea0');
INSERT INTO "one_time_link" VALUES('0f5db6d1db2de8596a90b68d4ae3c8477350c6a59a2bfa76247bf1d1afe753b2','f15bbae2453f4bbf9999ccbe81b69544','check_in','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000','2f3b1693bd23497e873567b1fac45e66','member1@example.org',NULL,'0f37c9dd2efd49a287d09d0bc608a79a');
CREATE TABLE opening (
	at DATETIME NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	by_id CHAR(32), 
	what VARCHAR NOT NULL, 
	thing_id CHAR(32) NOT NULL, 
	reason_sealed BLOB, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_opening PRIMARY KEY (id), 
	CONSTRAINT fk_opening_by_id_member FOREIGN KEY(by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_opening_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE
);
CREATE TABLE outside_hours (
	pairing_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	day DATE NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_outside_hours PRIMARY KEY (id), 
	CONSTRAINT fk_outside_hours_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_outside_hours_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT uq_outside_hours_pairing_id_member_id_day UNIQUE (pairing_id, member_id, day)
);
CREATE TABLE own_entry (
	pairing_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	written_at DATETIME NOT NULL, 
	with_mentor BOOLEAN NOT NULL, 
	with_coordinator BOOLEAN NOT NULL, 
	content_sealed BLOB, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_own_entry PRIMARY KEY (id), 
	CONSTRAINT fk_own_entry_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_own_entry_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE
);
INSERT INTO "own_entry" VALUES('35a488f7624f402e8aff715a6f525e18','f15bbae2453f4bbf9999ccbe81b69544','2026-03-02 09:00:00.000000',1,0,X'000102C342D8B233FDD08FAB2EACCE360A63758288707DA9AA67A6B50EF8EF3E48EBFB7F8371683B21D75F9D743AA7071F41925E7860E43E4C47FDCDF29C4FC9A42035D8CCCCE11E41F74815FD2413A2F2BB03F6EBFD4D05',1,'19cdd19b98414e948a93e46e233a9f11');
CREATE TABLE pairing (
	programme_id CHAR(32) NOT NULL, 
	mentor_enrolment_id CHAR(32) NOT NULL, 
	mentee_enrolment_id CHAR(32) NOT NULL, 
	mentor_member_id CHAR(32) NOT NULL, 
	mentee_member_id CHAR(32) NOT NULL, 
	since DATE NOT NULL, 
	planned_days INTEGER NOT NULL, 
	mentor_place INTEGER, 
	mentee_place INTEGER, 
	rhythm_days INTEGER NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	paused_until DATE, 
	closed_on DATE, 
	close_reason VARCHAR, 
	first_met_on DATE, 
	last_met_on DATE, 
	note_sealed BLOB, 
	changed_at DATETIME, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_pairing PRIMARY KEY (id), 
	CONSTRAINT ck_pairing_two_people CHECK (mentor_enrolment_id <> mentee_enrolment_id), 
	CONSTRAINT ck_pairing_two_members CHECK (mentor_member_id <> mentee_member_id), 
	CONSTRAINT ck_pairing_rhythm_days CHECK (rhythm_days BETWEEN 1 AND 92), 
	CONSTRAINT fk_pairing_mentee_enrolment_id_enrolment FOREIGN KEY(mentee_enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE, 
	CONSTRAINT fk_pairing_mentee_member_id_member FOREIGN KEY(mentee_member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_pairing_mentor_enrolment_id_enrolment FOREIGN KEY(mentor_enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE, 
	CONSTRAINT fk_pairing_mentor_member_id_member FOREIGN KEY(mentor_member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_pairing_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT uq_pairing_mentee_enrolment_id_mentee_place UNIQUE (mentee_enrolment_id, mentee_place), 
	CONSTRAINT uq_pairing_mentor_enrolment_id_mentor_place UNIQUE (mentor_enrolment_id, mentor_place)
);
INSERT INTO "pairing" VALUES('ac2387a8f5134e3a8f612f72afb2eef7','fec4972c118a4732b0484a0ec016a65c','72e08fca201a4fdcbcad16669396f712','85a0497942ea4ca589f3d414a0d6e62a','0529b58ad3464032ade7622642e77f5d','2026-03-02',182,0,0,14,'active',NULL,NULL,NULL,'2026-03-02','2026-03-02',NULL,NULL,1,'235bdbfccead46459bac6a605bd1fbe5');
INSERT INTO "pairing" VALUES('ac2387a8f5134e3a8f612f72afb2eef7','8a29fc63e0604116aaca98cf03b1b3b6','5fd1c6a194434076b6a5bb595b0c1bb4','7ac3318e14d4412db7e2369fabaa12bb','f15bbae2453f4bbf9999ccbe81b69544','2026-03-02',182,0,0,14,'active',NULL,NULL,NULL,'2026-02-23','2026-02-23',NULL,NULL,1,'35a488f7624f402e8aff715a6f525e18');
CREATE TABLE point (
	pairing_id CHAR(32) NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	"by" VARCHAR(40) NOT NULL, 
	added_at DATETIME NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	meeting_id CHAR(32), 
	settled_at DATETIME, 
	text_sealed BLOB, 
	comment_sealed BLOB, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_point PRIMARY KEY (id), 
	CONSTRAINT fk_point_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL, 
	CONSTRAINT fk_point_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE
);
INSERT INTO "point" VALUES('35a488f7624f402e8aff715a6f525e18','goal','mentee','2026-03-02 09:00:00.000000','open',NULL,NULL,X'000159E8D65537533714A01889DC4A878C1364064EAC4403BBAAD06A7D8CCF5F3B27B9CC5EB954AC0E2F38D7427EA39D598C1331C321AD3C50EFBBDEB1783675',NULL,1,'5c557fee9e944f1b8d384293ad69295a');
CREATE TABLE programme (
	address VARCHAR NOT NULL, 
	name_en VARCHAR NOT NULL, 
	name_nl VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	contact_id CHAR(32) NOT NULL, 
	about_en VARCHAR NOT NULL, 
	about_nl VARCHAR NOT NULL, 
	for_whom_en VARCHAR NOT NULL, 
	for_whom_nl VARCHAR NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	sign_up_until DATE, 
	starts_on DATE, 
	planned_days INTEGER NOT NULL, 
	zone VARCHAR NOT NULL, 
	topics JSON NOT NULL, 
	languages JSON NOT NULL, 
	modes JSON NOT NULL, 
	criteria JSON NOT NULL, 
	rules JSON NOT NULL, 
	objective VARCHAR(40) NOT NULL, 
	floor DOUBLE NOT NULL, 
	cadence_weeks INTEGER NOT NULL, 
	rhythm_days INTEGER NOT NULL, 
	answer_days INTEGER NOT NULL, 
	admission JSON NOT NULL, 
	consent_en VARCHAR NOT NULL, 
	consent_nl VARCHAR NOT NULL, 
	consent_version INTEGER NOT NULL, 
	contact_phone VARCHAR NOT NULL, 
	stand_in_id CHAR(32), 
	emergency_phone VARCHAR NOT NULL, 
	crisis_line VARCHAR NOT NULL, 
	current_run_id CHAR(32), 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_programme PRIMARY KEY (id), 
	CONSTRAINT ck_programme_answer_days CHECK (answer_days BETWEEN 1 AND 60), 
	CONSTRAINT ck_programme_cadence_weeks CHECK (cadence_weeks BETWEEN 2 AND 6), 
	CONSTRAINT ck_programme_planned_days CHECK (planned_days BETWEEN 14 AND 1096), 
	CONSTRAINT fk_programme_contact_id_member FOREIGN KEY(contact_id) REFERENCES member (id), 
	CONSTRAINT fk_programme_stand_in_id_member FOREIGN KEY(stand_in_id) REFERENCES member (id), 
	CONSTRAINT uq_programme_address UNIQUE (address)
);
INSERT INTO "programme" VALUES('programme-8','Programme 8','Programma 8','2026-03-02 09:00:00.000000','d24554a4502a4347b4cd7875c75131a2','','','','','open',NULL,NULL,182,'Europe/Amsterdam','["job-search", "job-interviews", "dutch-conversation"]','["nl", "en"]','["online", "in_person"]','{}','[]','coverage',0.0,4,14,10,'[]','I agree.','Ik ga akkoord.',1,'',NULL,'112','113',NULL,1,'6b1e30a5dfc74156afe923e68be7dc13');
INSERT INTO "programme" VALUES('programme-7','Programme 7','Programma 7','2026-03-02 09:00:00.000000','63ab67d38367477291fe01e128c55426','','','','','open',NULL,NULL,182,'Europe/Amsterdam','["job-search", "job-interviews", "dutch-conversation"]','["nl", "en"]','["online", "in_person"]','{}','[]','coverage',0.0,4,14,10,'[]','I agree.','Ik ga akkoord.',1,'',NULL,'112','113',NULL,1,'ac2387a8f5134e3a8f612f72afb2eef7');
CREATE TABLE programme_report (
	programme_id CHAR(32) NOT NULL, 
	made_at DATETIME NOT NULL, 
	figures JSON NOT NULL, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_programme_report PRIMARY KEY (id), 
	CONSTRAINT fk_programme_report_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT uq_programme_report_programme_id UNIQUE (programme_id)
);
CREATE TABLE "proposal" (
	programme_id CHAR(32) NOT NULL, 
	run_id CHAR(32), 
	mentor_enrolment_id CHAR(32) NOT NULL, 
	mentee_enrolment_id CHAR(32) NOT NULL, 
	pairing_id CHAR(32), 
	affinity DOUBLE NOT NULL, 
	created_at DATETIME NOT NULL, 
	reasons JSON NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	locked BOOLEAN NOT NULL, 
	decided_by_id CHAR(32), 
	decided_at DATETIME, 
	note_sealed BLOB, 
	offered_at DATETIME, 
	answer_by DATE, 
	mentor_answer VARCHAR(40) NOT NULL, 
	mentee_answer VARCHAR(40) NOT NULL, 
	mentor_answered_at DATETIME, 
	mentee_answered_at DATETIME, 
	mentor_reason VARCHAR, 
	mentee_reason VARCHAR, 
	mentor_words_sealed BLOB, 
	mentee_words_sealed BLOB, 
	on_behalf JSON NOT NULL, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	by_hand BOOLEAN DEFAULT 0 NOT NULL, 
	overruled JSON DEFAULT '[]' NOT NULL, 
	why_sealed BLOB, 
	CONSTRAINT pk_proposal PRIMARY KEY (id), 
	CONSTRAINT fk_proposal_mentee_enrolment_id_enrolment FOREIGN KEY(mentee_enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE, 
	CONSTRAINT fk_proposal_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE SET NULL, 
	CONSTRAINT ck_proposal_affinity CHECK (affinity >= 0 AND affinity <= 1), 
	CONSTRAINT fk_proposal_mentor_enrolment_id_enrolment FOREIGN KEY(mentor_enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE, 
	CONSTRAINT fk_proposal_run_id_match_run FOREIGN KEY(run_id) REFERENCES match_run (id) ON DELETE CASCADE, 
	CONSTRAINT uq_proposal_run_id_mentor_enrolment_id_mentee_enrolment_id UNIQUE (run_id, mentor_enrolment_id, mentee_enrolment_id), 
	CONSTRAINT fk_proposal_decided_by_id_member FOREIGN KEY(decided_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_proposal_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE
);
INSERT INTO "proposal" VALUES('ac2387a8f5134e3a8f612f72afb2eef7','13d8323547b04d74b48304fd92fbab50','8a29fc63e0604116aaca98cf03b1b3b6','5fd1c6a194434076b6a5bb595b0c1bb4',NULL,0.6,'2026-03-02 09:00:00.000000','{"contributions": [{"criterion": "topics", "share": 0.4, "value": 1.0, "weight": 0.4, "note": ""}, {"criterion": "words", "share": 0.1, "value": 0.5, "weight": 0.2, "note": ""}, {"criterion": "availability", "share": 0.1, "value": 1.0, "weight": 0.1, "note": ""}], "words": [{"need": "looking", "offer": "work", "weight": 0.2}], "topics_met": ["job-search"], "topics_missing": [], "slots": ["mon-evening"], "alternates": []}','offered',0,NULL,NULL,NULL,'2026-03-02 09:00:00.000000','2026-03-12','pending','pending',NULL,NULL,NULL,NULL,NULL,NULL,'{}',1,'881ad0f566db4474b989fa6c6718e944',0,'[]',NULL);
CREATE TABLE publication (
	run_id CHAR(32) NOT NULL, 
	by_id CHAR(32), 
	at DATETIME NOT NULL, 
	answer_by DATE NOT NULL, 
	made_at DATETIME NOT NULL, 
	pairs JSON NOT NULL, 
	done_at DATETIME, 
	called_off_at DATETIME, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_publication PRIMARY KEY (id), 
	CONSTRAINT fk_publication_by_id_member FOREIGN KEY(by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_publication_run_id_match_run FOREIGN KEY(run_id) REFERENCES match_run (id) ON DELETE CASCADE
);
INSERT INTO "publication" VALUES('13d8323547b04d74b48304fd92fbab50',NULL,'2026-03-03 09:00:00.000000','2026-03-13','2026-03-02 09:00:00.000000','[]',NULL,NULL,1,'50096f3536594b09b6e2f1a7de49ca12');
CREATE TABLE question (
	proposal_id CHAR(32) NOT NULL, 
	side VARCHAR(40) NOT NULL, 
	asked_at DATETIME NOT NULL, 
	words_sealed BLOB, 
	answered_at DATETIME, 
	answered_by_id CHAR(32), 
	reply_sealed BLOB, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_question PRIMARY KEY (id), 
	CONSTRAINT fk_question_answered_by_id_member FOREIGN KEY(answered_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_question_proposal_id_proposal FOREIGN KEY(proposal_id) REFERENCES proposal (id) ON DELETE CASCADE
);
INSERT INTO "question" VALUES('881ad0f566db4474b989fa6c6718e944','mentee','2026-03-02 09:00:00.000000',X'0001FBE5FF508DA4CC931DDDB3E0AD51B8AB89F4C4FDCCAC7BE87A0376E490C8A8C7763048AF023A91B4D3E8574A31241B5A749EEB671AC8C16802',NULL,NULL,NULL,'783b99cf8b2f4025922238d78db7ba5d');
CREATE TABLE resource (
	programme_id CHAR(32) NOT NULL, 
	made_at DATETIME NOT NULL, 
	checked_on DATE NOT NULL, 
	checked_by_id CHAR(32), 
	name_en VARCHAR NOT NULL, 
	name_nl VARCHAR NOT NULL, 
	for_whom_en VARCHAR NOT NULL, 
	for_whom_nl VARCHAR NOT NULL, 
	cost_en VARCHAR NOT NULL, 
	cost_nl VARCHAR NOT NULL, 
	reach_en VARCHAR NOT NULL, 
	reach_nl VARCHAR NOT NULL, 
	spoken VARCHAR NOT NULL, 
	link VARCHAR NOT NULL, 
	retired_at DATETIME, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_resource PRIMARY KEY (id), 
	CONSTRAINT fk_resource_checked_by_id_member FOREIGN KEY(checked_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_resource_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE
);
INSERT INTO "resource" VALUES('ac2387a8f5134e3a8f612f72afb2eef7','2026-03-02 09:00:00.000000','2026-03-02',NULL,'The library','','','','','','','','','',NULL,1,'f8ff26fbfee24302a71cec9b9ed10ffe');
CREATE TABLE resource_shown (
	pairing_id CHAR(32) NOT NULL, 
	resource_id CHAR(32) NOT NULL, 
	asked_at DATETIME NOT NULL, 
	known_at DATETIME, 
	shared_at DATETIME, 
	reacted_at DATETIME, 
	tried VARCHAR(40), 
	tried_at DATETIME, 
	introduced_by_id CHAR(32), 
	introduced_at DATETIME, 
	approved_at DATETIME, 
	known_sealed BLOB, 
	shared_sealed BLOB, 
	reaction_sealed BLOB, 
	why_sealed BLOB, 
	introduction_sealed BLOB, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_resource_shown PRIMARY KEY (id), 
	CONSTRAINT fk_resource_shown_introduced_by_id_member FOREIGN KEY(introduced_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_resource_shown_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT fk_resource_shown_resource_id_resource FOREIGN KEY(resource_id) REFERENCES resource (id) ON DELETE CASCADE
);
INSERT INTO "resource_shown" VALUES('35a488f7624f402e8aff715a6f525e18','f8ff26fbfee24302a71cec9b9ed10ffe','2026-03-02 09:00:00.000000',NULL,'2026-03-02 09:00:00.000000',NULL,NULL,NULL,NULL,'2026-03-02 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,X'0001426330FCC5FB5343B5463CC8E1814D9A54AC56E622EB83F9D6C7E12D748DD18C6545A047FD9987F6E8',1,'3ca08f672fe54e38822ee367ed5fe61f');
CREATE TABLE role_grant (
	member_id CHAR(32) NOT NULL, 
	role VARCHAR(40) NOT NULL, 
	given_at DATETIME NOT NULL, 
	programme_id CHAR(32), 
	ended_at DATETIME, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_role_grant PRIMARY KEY (id), 
	CONSTRAINT fk_role_grant_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_role_grant_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT uq_role_grant_member_id_role_programme_id UNIQUE (member_id, role, programme_id)
);
INSERT INTO "role_grant" VALUES('63ab67d38367477291fe01e128c55426','coordinator','2026-03-02 09:00:00.000000','ac2387a8f5134e3a8f612f72afb2eef7',NULL,'23779cf3d5894b44b5f5c6cf7907bc70');
INSERT INTO "role_grant" VALUES('d24554a4502a4347b4cd7875c75131a2','coordinator','2026-03-02 09:00:00.000000','6b1e30a5dfc74156afe923e68be7dc13',NULL,'ac7406c01804470d898b2a5eb3013431');
INSERT INTO "role_grant" VALUES('22c84b18f4814805b3e55892c0671eda','administrator','2026-03-02 09:00:00.000000',NULL,NULL,'3e8b0425a9ea4238ae0ba630eb525cd1');
CREATE TABLE rupture (
	pairing_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	cause_id CHAR(32) NOT NULL, 
	began_at DATETIME NOT NULL, 
	wish VARCHAR(40), 
	wished_at DATETIME, 
	shared_at DATETIME, 
	shared_by_id CHAR(32), 
	ended_at DATETIME, 
	ended VARCHAR(40), 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_rupture PRIMARY KEY (id), 
	CONSTRAINT fk_rupture_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_rupture_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT fk_rupture_shared_by_id_member FOREIGN KEY(shared_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT uq_rupture_cause_id UNIQUE (cause_id)
);
INSERT INTO "rupture" VALUES('35a488f7624f402e8aff715a6f525e18','f15bbae2453f4bbf9999ccbe81b69544','2f3b1693bd23497e873567b1fac45e66','2026-03-02 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL,1,'67eece9172c84466a467e496cc68fb2a');
CREATE TABLE saved_search (
	programme_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	name VARCHAR NOT NULL, 
	asked VARCHAR NOT NULL, 
	saved_at DATETIME NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_saved_search PRIMARY KEY (id), 
	CONSTRAINT fk_saved_search_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_saved_search_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT uq_saved_search_programme_id_member_id_name UNIQUE (programme_id, member_id, name)
);
INSERT INTO "saved_search" VALUES('ac2387a8f5134e3a8f612f72afb2eef7','63ab67d38367477291fe01e128c55426','Weak','','2026-03-02 09:00:00.000000','e4d7d85a18664172bf7e2d7118d1e124');
CREATE TABLE sign_in (
	member_id CHAR(32) NOT NULL, 
	fingerprint VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	seen_at DATETIME NOT NULL, 
	until DATETIME NOT NULL, 
	epoch INTEGER NOT NULL, 
	browser VARCHAR NOT NULL, 
	level VARCHAR NOT NULL, 
	proven_at DATETIME, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_sign_in PRIMARY KEY (id), 
	CONSTRAINT fk_sign_in_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT uq_sign_in_fingerprint UNIQUE (fingerprint)
);
CREATE TABLE signal (
	code VARCHAR NOT NULL, 
	cause_id CHAR(32) NOT NULL, 
	programme_id CHAR(32) NOT NULL, 
	raised_at DATETIME NOT NULL, 
	deadline DATE NOT NULL, 
	pairing_id CHAR(32), 
	member_id CHAR(32), 
	for_id CHAR(32), 
	handled_at DATETIME, 
	handled_by_id CHAR(32), 
	was_useful BOOLEAN, 
	told_sealed BLOB, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_signal PRIMARY KEY (id), 
	CONSTRAINT fk_signal_for_id_member FOREIGN KEY(for_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_signal_handled_by_id_member FOREIGN KEY(handled_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_signal_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_signal_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT fk_signal_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT uq_signal_code_cause_id UNIQUE (code, cause_id)
);
INSERT INTO "signal" VALUES('W4','2f3b1693bd23497e873567b1fac45e66','ac2387a8f5134e3a8f612f72afb2eef7','2026-03-02 09:00:00.000000','2026-03-09','35a488f7624f402e8aff715a6f525e18','f15bbae2453f4bbf9999ccbe81b69544',NULL,NULL,NULL,NULL,NULL,1,'349092fdf34b471ea93c59e6d6f3821d');
CREATE TABLE strictness (
	programme_id CHAR(32) NOT NULL, 
	code VARCHAR NOT NULL, 
	since DATETIME NOT NULL, 
	by_id CHAR(32), 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_strictness PRIMARY KEY (id), 
	CONSTRAINT fk_strictness_by_id_member FOREIGN KEY(by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_strictness_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT uq_strictness_programme_id_code UNIQUE (programme_id, code)
);
CREATE TABLE style_tally (
	programme_id CHAR(32) NOT NULL, 
	counted_at DATETIME NOT NULL, 
	answered INTEGER NOT NULL, 
	styles JSON NOT NULL, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_style_tally PRIMARY KEY (id), 
	CONSTRAINT fk_style_tally_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT uq_style_tally_programme_id UNIQUE (programme_id)
);
CREATE TABLE sweep (
	at DATETIME NOT NULL, 
	rule VARCHAR NOT NULL, 
	rows INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_sweep PRIMARY KEY (id)
);
CREATE TABLE takeout (
	member_id CHAR(32) NOT NULL, 
	asked_at DATETIME NOT NULL, 
	until DATETIME NOT NULL, 
	ready_at DATETIME, 
	fetched_at DATETIME, 
	file_sealed BLOB, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_takeout PRIMARY KEY (id), 
	CONSTRAINT fk_takeout_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE
);
INSERT INTO "takeout" VALUES('f15bbae2453f4bbf9999ccbe81b69544','2026-03-02 09:00:00.000000','2026-03-09 09:00:00.000000','2026-03-02 09:00:00.000000',NULL,X'00012FCCEC21F2EA480657B912CC9E6E86FA378A65B95EE9B645B821748208B6B0D20C16','b71771d23f2a48b2891175bc0edf2247');
CREATE TABLE talk_balance (
	meeting_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	answered_at DATETIME NOT NULL, 
	share_sealed BLOB, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_talk_balance PRIMARY KEY (id), 
	CONSTRAINT fk_talk_balance_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE, 
	CONSTRAINT fk_talk_balance_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT uq_talk_balance_meeting_id_member_id UNIQUE (meeting_id, member_id)
);
CREATE TABLE three_way (
	pairing_id CHAR(32) NOT NULL, 
	first_id CHAR(32) NOT NULL, 
	by_id CHAR(32), 
	asked_at DATETIME NOT NULL, 
	signal_id CHAR(32), 
	first_says BOOLEAN, 
	second_says BOOLEAN, 
	held_on DATE, 
	agenda_sealed BLOB, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_three_way PRIMARY KEY (id), 
	CONSTRAINT fk_three_way_by_id_member FOREIGN KEY(by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_three_way_first_id_member FOREIGN KEY(first_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_three_way_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT fk_three_way_signal_id_signal FOREIGN KEY(signal_id) REFERENCES signal (id) ON DELETE SET NULL
);
INSERT INTO "three_way" VALUES('35a488f7624f402e8aff715a6f525e18','f15bbae2453f4bbf9999ccbe81b69544','63ab67d38367477291fe01e128c55426','2026-03-02 09:00:00.000000',NULL,NULL,NULL,NULL,X'0001F82D0A86EB9A09DA4FFB437E6C2CB325D37A8136336CBE9095F44A275A44BEC9817C676537D231CAECD8878A',1,'ef5c4287538d415d9bda45a382228ae7');
CREATE TABLE tip_mute (
	pairing_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	tip VARCHAR(40) NOT NULL, 
	since DATETIME NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_tip_mute PRIMARY KEY (id), 
	CONSTRAINT fk_tip_mute_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_tip_mute_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT uq_tip_mute_pairing_id_member_id_tip UNIQUE (pairing_id, member_id, tip)
);
CREATE TABLE turn (
	task VARCHAR NOT NULL, 
	owner VARCHAR NOT NULL, 
	until DATETIME NOT NULL, 
	last_done_at DATETIME, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_turn PRIMARY KEY (id), 
	CONSTRAINT uq_turn_task UNIQUE (task)
);
CREATE TABLE variant (
	programme_id CHAR(32) NOT NULL, 
	made_by_id CHAR(32), 
	made_at DATETIME NOT NULL, 
	settings JSON NOT NULL, 
	name VARCHAR, 
	finished_at DATETIME, 
	outcome JSON NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_variant PRIMARY KEY (id), 
	CONSTRAINT fk_variant_made_by_id_member FOREIGN KEY(made_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_variant_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT uq_variant_programme_id_name UNIQUE (programme_id, name)
);
INSERT INTO "variant" VALUES('ac2387a8f5134e3a8f612f72afb2eef7',NULL,'2026-03-02 09:00:00.000000','{"criteria": {}, "rules": [], "objective": "coverage", "floor": 0.0}',NULL,NULL,'{}','2e83da53644a47eab60ae5630f94ebde');
CREATE TABLE weighing (
	run_id CHAR(32) NOT NULL, 
	mentee_enrolment_id CHAR(32) NOT NULL, 
	mentor_enrolment_id CHAR(32) NOT NULL, 
	asked_by_id CHAR(32), 
	asked_at DATETIME NOT NULL, 
	finished_at DATETIME, 
	outcome JSON NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_weighing PRIMARY KEY (id), 
	CONSTRAINT fk_weighing_asked_by_id_member FOREIGN KEY(asked_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_weighing_mentee_enrolment_id_enrolment FOREIGN KEY(mentee_enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE, 
	CONSTRAINT fk_weighing_mentor_enrolment_id_enrolment FOREIGN KEY(mentor_enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE, 
	CONSTRAINT fk_weighing_run_id_match_run FOREIGN KEY(run_id) REFERENCES match_run (id) ON DELETE CASCADE, 
	CONSTRAINT uq_weighing_run_id_mentee_enrolment_id_mentor_enrolment_id UNIQUE (run_id, mentee_enrolment_id, mentor_enrolment_id)
);
INSERT INTO "weighing" VALUES('13d8323547b04d74b48304fd92fbab50','5fd1c6a194434076b6a5bb595b0c1bb4','8a29fc63e0604116aaca98cf03b1b3b6',NULL,'2026-03-02 09:00:00.000000',NULL,'{}','2202b9d5b14545f0832baee3d9edffcd');
CREATE TABLE you_said (
	programme_id CHAR(32) NOT NULL, 
	told_at DATETIME NOT NULL, 
	told_by_id CHAR(32), 
	said VARCHAR NOT NULL, 
	did VARCHAR NOT NULL, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_you_said PRIMARY KEY (id), 
	CONSTRAINT fk_you_said_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT fk_you_said_told_by_id_member FOREIGN KEY(told_by_id) REFERENCES member (id) ON DELETE SET NULL
);
INSERT INTO "you_said" VALUES('ac2387a8f5134e3a8f612f72afb2eef7','2026-03-02 09:00:00.000000',NULL,'More time.','An hour more.',1,'b87499cde5a54fc39640206e0da34d71');
CREATE INDEX ix_attempt_account_attempt_at ON attempt (account, at);
CREATE INDEX ix_attempt_origin_attempt_at ON attempt (origin, at);
CREATE INDEX ix_event_programme_id_event_at ON event (programme_id, at);
CREATE INDEX ix_event_thing_id_event_at ON event (thing_id, at);
CREATE INDEX ix_job_state_job_due_at ON job (state, due_at);
CREATE INDEX ix_mail_delivery_mail_due_at ON mail (delivery, due_at);
CREATE INDEX ix_mail_member_id_mail_created_at ON mail (member_id, created_at);
CREATE INDEX ix_one_time_link_member_id ON one_time_link (member_id);
CREATE INDEX ix_sign_in_member_id ON sign_in (member_id);
CREATE INDEX ix_import_programme_id ON import (programme_id);
CREATE INDEX ix_role_grant_programme_id_role_grant_role ON role_grant (programme_id, role);
CREATE INDEX ix_enrolment_programme_id_enrolment_side_enrolment_state ON enrolment (programme_id, side, state);
CREATE INDEX ix_consent_enrolment_id ON consent (enrolment_id);
CREATE INDEX ix_pairing_mentee_member_id ON pairing (mentee_member_id);
CREATE INDEX ix_pairing_mentor_member_id ON pairing (mentor_member_id);
CREATE INDEX ix_pairing_programme_id_pairing_state ON pairing (programme_id, state);
CREATE INDEX ix_card_shown_pairing_id_card_shown_member_id_card_shown_shown_at ON card_shown (pairing_id, member_id, shown_at);
CREATE INDEX ix_check_in_member_id_check_in_state ON check_in (member_id, state);
CREATE INDEX ix_check_in_state_check_in_opens_on ON check_in (state, opens_on);
CREATE INDEX ix_concern_programme_id_concern_handled_at ON concern (programme_id, handled_at);
CREATE INDEX ix_meeting_pairing_id_meeting_starts_at ON meeting (pairing_id, starts_at);
CREATE INDEX ix_signal_pairing_id ON signal (pairing_id);
CREATE INDEX ix_signal_programme_id_signal_handled_at_signal_deadline ON signal (programme_id, handled_at, deadline);
CREATE INDEX ix_question_proposal_id ON question (proposal_id);
CREATE TRIGGER event_stays BEFORE UPDATE ON event
WHEN OLD.at IS NOT NEW.at OR OLD.actor IS NOT NEW.actor OR OLD.action IS NOT NEW.action OR OLD.thing IS NOT NEW.thing OR OLD.thing_id IS NOT NEW.thing_id OR OLD.programme_id IS NOT NEW.programme_id OR OLD.facts IS NOT NEW.facts OR OLD.id IS NOT NEW.id OR (OLD.sequence IS NOT NULL AND OLD.sequence IS NOT NEW.sequence) OR (OLD.digest IS NOT NULL AND OLD.digest IS NOT NEW.digest)
BEGIN SELECT RAISE(ABORT, 'event rows are only ever added'); END;
CREATE TRIGGER event_remains BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'event rows are only ever added'); END;
CREATE TRIGGER denial_stays BEFORE UPDATE ON denial
WHEN OLD.at IS NOT NEW.at OR OLD.asked IS NOT NEW.asked OR OLD.actor IS NOT NEW.actor OR OLD.id IS NOT NEW.id
BEGIN SELECT RAISE(ABORT, 'denial rows are only ever added'); END;
CREATE TRIGGER denial_remains BEFORE DELETE ON denial
BEGIN SELECT RAISE(ABORT, 'denial rows are only ever added'); END;
CREATE INDEX ix_sweep_at ON sweep (at);
CREATE INDEX ix_opening_member_id_opening_at ON opening (member_id, at);
CREATE INDEX ix_takeout_member_id_takeout_asked_at ON takeout (member_id, asked_at);
CREATE INDEX ix_variant_programme_id_variant_made_at ON variant (programme_id, made_at);
CREATE INDEX ix_forbidden_pair_programme_id ON forbidden_pair (programme_id);
CREATE INDEX ix_proposal_mentor_enrolment_id_proposal_state ON proposal (mentor_enrolment_id, state);
CREATE INDEX ix_proposal_programme_id_proposal_state ON proposal (programme_id, state);
CREATE INDEX ix_proposal_mentee_enrolment_id_proposal_state ON proposal (mentee_enrolment_id, state);
CREATE INDEX ix_card_text_programme_id_card_text_card_card_text_state ON card_text (programme_id, card, state);
CREATE INDEX ix_you_said_programme_id_you_said_told_at ON you_said (programme_id, told_at);
CREATE INDEX ix_farewell_member_id ON farewell (member_id);
CREATE INDEX ix_tip_mute_member_id ON tip_mute (member_id);
CREATE INDEX ix_resource_programme_id_resource_retired_at ON resource (programme_id, retired_at);
CREATE INDEX ix_help_request_pairing_id_help_request_asked_at ON help_request (pairing_id, asked_at);
CREATE INDEX ix_resource_shown_pairing_id_resource_shown_asked_at ON resource_shown (pairing_id, asked_at);
CREATE INDEX ix_resource_shown_resource_id ON resource_shown (resource_id);
CREATE INDEX ix_point_pairing_id_point_kind_point_state ON point (pairing_id, kind, state);
CREATE INDEX ix_circular_programme_id_circular_sent_at ON circular (programme_id, sent_at);
CREATE INDEX ix_publication_done_at_publication_at ON publication (done_at, at);
CREATE INDEX ix_publication_run_id ON publication (run_id);
CREATE INDEX ix_keeper_member_id ON keeper (member_id);
CREATE INDEX ix_absence_programme_id_absence_last_day ON absence (programme_id, last_day);
CREATE INDEX ix_circle_programme_id_circle_starts_at ON circle (programme_id, starts_at);
CREATE INDEX ix_circle_guest_member_id ON circle_guest (member_id);
CREATE INDEX ix_rupture_pairing_id_rupture_ended_at ON rupture (pairing_id, ended_at);
CREATE INDEX ix_advice_pairing_id_advice_revealed_at ON advice (pairing_id, revealed_at);
CREATE INDEX ix_care_pairing_id_care_at ON care (pairing_id, at);
CREATE INDEX ix_care_signal_id ON care (signal_id);
CREATE INDEX ix_escalation_to_id ON escalation (to_id);
CREATE INDEX ix_three_way_pairing_id_three_way_asked_at ON three_way (pairing_id, asked_at);
CREATE INDEX ix_context_line_until ON context_line (until);
CREATE INDEX ix_own_entry_pairing_id_own_entry_written_at ON own_entry (pairing_id, written_at);
CREATE INDEX ix_entry_reply_entry_id_entry_reply_sent_at ON entry_reply (entry_id, sent_at);
CREATE INDEX ix_looking_seen_at ON looking (seen_at);
COMMIT;
