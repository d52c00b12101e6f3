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
INSERT INTO "absence" VALUES('cf7d3a97dd984a1fad59e06a52fffeb9','98aba426b7ae449987335fe3ff5e1b94','2026-03-02','2026-03-02','528a3351e1904074b9ddf833d56127cc');
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
INSERT INTO "advice" VALUES('07375edb0aeb455289f473a411c07948','5e2b4aaf034940e0b69e606ed3f90fb2','b536300841fb4f2eb4b97a62348604ab','a49879774a394cc7b1084a59c92cc3fc','2026-03-02 09:00:00.000000',NULL,NULL,NULL,NULL,X'00011CF5E9AD1D23B3EF2ADF1C30EE037459A001DB210C6F8D823DB657565A978DBC4D1800436463',1,'7ef48fa8ec594d33b4e12ceb200bcdd1');
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
INSERT INTO "agreement" VALUES('5e2b4aaf034940e0b69e606ed3f90fb2','2026-03-02 09:00:00.000000',0,NULL,NULL,NULL,NULL,X'0001DFFF99C32691E8100B8C7649029994302EB2C00D9AB99104806351E781806B6D016F1F4BFE581C3669A1E754E86AB782F8EBE55DA04307710A9A43A440BDB4BF7178E7A9DF32C73131F6312FBCA2E3867D7145477FD38BD23E913D63ED9CFDC79F66A1E674177976747150F5412EA3E3C5271D3D5A1D59B960D91FA94209680C61AB619E768B65132FE4F30819B990E09D57072524661CECD7B772A889696B8EDE4C57AE71F8E5C8C56520261E30156DDEA84635ACA4BEF6378E5B603CCD8F82423BF37106',1,'404366c45a2142ed9c0b8fbb5644e68f');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0011');
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
INSERT INTO "appeal" VALUES('cf7d3a97dd984a1fad59e06a52fffeb9','We look for mentors.','We zoeken mentoren.','2026-03-02 09:00:00.000000',NULL,'2026-03-02 09:00:00.000000',1,'3fd0f11f364644b39aa25733839eec02');
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
INSERT INTO "card_shown" VALUES('5e2b4aaf034940e0b69e606ed3f90fb2','a49879774a394cc7b1084a59c92cc3fc','listen','early','listen.early.mentee',1,'2026-03-02 09:00:00.000000','stage','plain',1.0,NULL,NULL,'af216fd2f5c54811b1b128af9da6421e');
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
INSERT INTO "check_in" VALUES('5e2b4aaf034940e0b69e606ed3f90fb2','a49879774a394cc7b1084a59c92cc3fc','mentee',0,'2026-03-02','2026-03-12','pulse','open','["bond", "goal", "safe.A", "listen.A", "empathy.A", "fit", "mood", "talk"]','2026-03-02 09:00:00.000000',NULL,NULL,'',NULL,1,'07375edb0aeb455289f473a411c07948',NULL);
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
INSERT INTO "circle" VALUES('cf7d3a97dd984a1fad59e06a52fffeb9','98aba426b7ae449987335fe3ff5e1b94','2026-03-11 09:00:00.000000',60,'Library','2026-03-02 09:00:00.000000',NULL,'4cd9ec404f2f4a949f8c64a3895a880a');
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
INSERT INTO "circle_guest" VALUES('4cd9ec404f2f4a949f8c64a3895a880a','b536300841fb4f2eb4b97a62348604ab',NULL,NULL,'fff7e712dc03493b8de6c37127344a7b');
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
INSERT INTO "circular" VALUES('cf7d3a97dd984a1fad59e06a52fffeb9',NULL,'2026-03-02 09:00:00.000000',1,'{}',X'0001FC06446BBB659CC7CBC71008EF432108961425075B646C02F8F5BAF76D4A797421',NULL,X'0001884B1A3BB79A075DC77F579BADEFD41D00787FC6A6C2C6815536D38C80B80B4275EEE8392D03CBEF8FE7',NULL,'16c75012a49c4a63816d5e646b377e92');
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
INSERT INTO "concern" VALUES('cf7d3a97dd984a1fad59e06a52fffeb9','a49879774a394cc7b1084a59c92cc3fc','98aba426b7ae449987335fe3ff5e1b94','partner','2026-03-02 09:00:00.000000','5e2b4aaf034940e0b69e606ed3f90fb2','',X'000174A4FAA020A86381DAED38D7FF1FE9140890AFE88F63B3B3A02845E7E17192022E4E205DDB897F22D007A5EEED9F481DE654CA55DBB762DCB3',NULL,NULL,1,'0bdc9ae3b3a847d8bdd0c9afefe9bb72');
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
INSERT INTO "consent" VALUES('700e451cec5542ad902061da8eb5530e','I agree.','en',1,'2026-03-02 09:00:00.000000',NULL,NULL,'33da63d5380646caabd87b1a012864c5');
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
INSERT INTO "enrolment" VALUES('461c07648b8e41bcb287be93c5cdd842','cf7d3a97dd984a1fad59e06a52fffeb9','mentor','2026-03-02 09:00:00.000000','paired','2026-03-02 09:00:00.000000','',NULL,1,'','',NULL,'["en"]','Utrecht','either','["mon-evening", "wed-evening"]','["job-search"]','["I want to talk about looking for work."]','One good conversation.','["listen"]',0,'[]',NULL,'member',NULL,'','2026-03-02 09:00:00.000000','',NULL,NULL,NULL,NULL,1,'05f0ac5c9eae4b0890bd6411d690df7b');
INSERT INTO "enrolment" VALUES('2a60b699c21b41da8b3576de98a21bf0','cf7d3a97dd984a1fad59e06a52fffeb9','mentee','2026-03-02 09:00:00.000000','paired','2026-03-02 09:00:00.000000','',NULL,1,'','',NULL,'["en"]','Utrecht','either','["mon-evening", "wed-evening"]','["job-search"]','["I want to talk about looking for work."]','One good conversation.','["listen"]',0,'[]',NULL,'member',NULL,'','2026-03-02 09:00:00.000000','',NULL,NULL,NULL,NULL,1,'ff10f0a4bb8b4b18abd080ae048df081');
INSERT INTO "enrolment" VALUES('b536300841fb4f2eb4b97a62348604ab','cf7d3a97dd984a1fad59e06a52fffeb9','mentor','2026-03-02 09:00:00.000000','paired','2026-03-02 09:00:00.000000','',NULL,1,'','',NULL,'["en"]','Utrecht','either','["mon-evening", "wed-evening"]','["job-search"]','["I want to talk about looking for work."]','One good conversation.','["listen"]',0,'[]',NULL,'member',NULL,'','2026-03-02 09:00:00.000000','',NULL,NULL,NULL,NULL,1,'33bde9232ecd4e2ea3c2dfb2a0b90f5a');
INSERT INTO "enrolment" VALUES('a49879774a394cc7b1084a59c92cc3fc','cf7d3a97dd984a1fad59e06a52fffeb9','mentee','2026-03-02 09:00:00.000000','paired','2026-03-02 09:00:00.000000','',NULL,1,'','',NULL,'["en"]','Utrecht','either','["mon-evening", "wed-evening"]','["job-search"]','["I want to talk about looking for work."]','One good conversation.','["listen"]',0,'[]',NULL,'member',NULL,'','2026-03-02 09:00:00.000000','',NULL,NULL,NULL,NULL,1,'700e451cec5542ad902061da8eb5530e');
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
INSERT INTO "expectation" VALUES('5e2b4aaf034940e0b69e606ed3f90fb2','mentee','2026-03-02 09:00:00.000000',X'000149F7BAEAB903317C13D64B3682D0BEB046023C18DEE1965DFCF7C4C70674A40F9BAEC89DB8A807DA24E5B7F635F5DDED6CBCEC9493A9AE161FDCED04AA5451B4A279C71ADBCC28B4C0FD75341915CCE75858AE1707A611599D670C1F39B41FE1D4D0F41091550BE1ECB61200B66259F204AFA9D81E9EBAED9D2C980F760FD11773843EDB6DFFC0B2A611428E','c8af81f5e01345e086762e7399287734');
INSERT INTO "expectation" VALUES('5e2b4aaf034940e0b69e606ed3f90fb2','mentor','2026-03-02 09:00:00.000000',X'0001DE8691FC8623C36188EF312FEBE3008A9B1A49C1F4250EA751034B8420E4FE96C7092EC7C426DEEA0D506D9C6596D369939EF65559D58476484C97E126A37FC2907F0F89E5A97D87953A4AA42D7E18FA82C921690EBB55937E3A08876A18B0D7628D70C8D773A7AF72B26ACC18771D252FFA48B1EE2006FA916D72B1046F3BDD829184E3E00204ED79DA1F6B','2e4d3b6e75854f62b6d84f46362aaee6');
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
INSERT INTO "forbidden_pair" VALUES('cf7d3a97dd984a1fad59e06a52fffeb9','700e451cec5542ad902061da8eb5530e','33bde9232ecd4e2ea3c2dfb2a0b90f5a','fit',NULL,'2026-03-02 09:00:00.000000',NULL,'3374db0bd96d4b76aca55531de89840a');
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
INSERT INTO "help_request" VALUES('5e2b4aaf034940e0b69e606ed3f90fb2','2026-03-02 09:00:00.000000','small',NULL,NULL,NULL,NULL,NULL,NULL,X'00010459617530EE75B71F5C1EDDF4B95B50D7DAB6A007B92319A9DDCB83D931FDF61C46EED2944CC100C856F7',NULL,NULL,1,'730bb433390245498bd2dcc0eab8001a');
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
INSERT INTO "import" VALUES('cf7d3a97dd984a1fad59e06a52fffeb9','98aba426b7ae449987335fe3ff5e1b94','mentee','people.csv','2026-03-02 09:00:00.000000','ready',0,'[]','',NULL,NULL,1,'8749cc95f4ce4bdeb1c4cc3e89bccf4d');
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
INSERT INTO "job" VALUES('match_run','ec9c9de9b6c24a138a36be25f514be65','2026-03-02 09:00:00.000000','2026-03-02 09:00:00.000000','parked','{}','parked',0,NULL,0,0.0,'',NULL,0,NULL,NULL,NULL,'da908c6bbe0245df9dc558084859ae3c');
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
INSERT INTO "mail" VALUES('trial','300afbdf3b3e46ecadaac1cd7c57630a','',NULL,'reader1@example.org','en','2026-03-02 09:00:00.000000','2026-03-02 09:00:00.000000',X'0001782067BBB0EC62E95330DE7AE1CE26A837C6C9AD8757F1855B73DC6015B3F1618812B9A626367BA78F2E850EC4440582C25E04733F00ABED9C488527D2EA6F13E9C82D9FF1DEFC0BE03EB268447DD2612B7EE1D033466E1D7BB07989D7361622810D7C2B0301D156019EB5EE5243D4683B51A334E7057ECEA13E2BDAF22F772F879DA78AC4C4ECFD213840566CE828D8A1216F10723691E8A0B2A4105DDFABE23934C3DFAD844FB01B043DE51B94C6E713748A62F3FCFD6DFD33713A89FCB67E03BF89D970DCD636C6044D62DA495BCF2E499652419CB87587326299A29906CF82F618A7B7B9638001C39E4A257FC653B25E70AA0C468A4FE22C40F76B9ADC93B9C07661947D319C11663429676A228ACB66D973376B19B35043DBC4D7260C1844953549E478AE96E04A4EA57F97F2FF97F235B0C053BCC15966246A4BF62992E46A01F25458556B6D5C095276392E63CCF92A3D128095E4A07DA743C64142A2F84CE1B90810884A148A2CD6C5D40D7B7E12064A9C714C9F6A4A8A73D60CBCA55F0374D8F9F121E7D401B6F531864AE34C9277940F295669DB6373CC4E9806E31D551C4CCCF982B7628A37AACB868296265789D21E81DD97FADE876CA6D0A6C1E444BB2DE2','essential','must_arrive','queued',0,NULL,0,NULL,NULL,'ab855227602048fb8d0f073e51354b5d');
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
INSERT INTO "match_run" VALUES('cf7d3a97dd984a1fad59e06a52fffeb9',1,'98aba426b7ae449987335fe3ff5e1b94','2026-03-02 09:00:00.000000','{"criteria": [{"name": "topics", "kind": "topics", "weight": "decisive", "need": "", "offer": "", "options": {}}, {"name": "words", "kind": "words", "weight": "high", "need": "statements", "offer": "", "options": {}}, {"name": "languages", "kind": "set", "weight": "some", "need": "", "offer": "", "options": {}}, {"name": "availability", "kind": "availability", "weight": "some", "need": "", "offer": "", "options": {"enough": 2}}, {"name": "place", "kind": "place", "weight": "some", "need": "", "offer": "", "options": {}}, {"name": "style", "kind": "set", "weight": "some", "need": "", "offer": "", "options": {"by": "coverage"}}], "rules": [{"kind": "self", "need": "", "offer": "", "criterion": "", "value": 0.0, "pairs": [], "separator": ";", "code": ""}, {"kind": "avoid", "need": "", "offer": "", "criterion": "", "value": 0.0, "pairs": [], "separator": ";", "code": ""}], "objective": "coverage", "use_mentors": false, "floor": 0.0, "encoder": ""}',0,'reviewed',NULL,NULL,NULL,'{}',1.8,1.8,0.0,0.3,'2026-03-02 09:00:00.000000',NULL,1,'ec9c9de9b6c24a138a36be25f514be65');
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
INSERT INTO "meeting" VALUES('5e2b4aaf034940e0b69e606ed3f90fb2','2026-03-09 09:00:00.000000',60,'a49879774a394cc7b1084a59c92cc3fc',0,'Library Neude','planned',NULL,NULL,0,1,'e858fc4302e74a6d9f9a48dbf126b30c',NULL,NULL);
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
INSERT INTO "member" VALUES('Yara','2026-03-02 09:00:00.000000','member1@example.org','member1@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'2f8b6930d174443bbac1ab9cfed700cf',1,'a49879774a394cc7b1084a59c92cc3fc',NULL);
INSERT INTO "member" VALUES('Marijke','2026-03-02 09:00:00.000000','member2@example.org','member2@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'caf269e8f07c47f986af3233c8c5ddcc',1,'b536300841fb4f2eb4b97a62348604ab',NULL);
INSERT INTO "member" VALUES('Ingrid','2026-03-02 09:00:00.000000','member3@example.org','member3@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'49b81574ba3341d6a8a9ebb80dfede64',1,'461c07648b8e41bcb287be93c5cdd842',NULL);
INSERT INTO "member" VALUES('Hanna','2026-03-02 09:00:00.000000','member4@example.org','member4@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'5c4c9f9cf5ce4835b24f847de1474404',1,'98aba426b7ae449987335fe3ff5e1b94',NULL);
INSERT INTO "member" VALUES('Otto','2026-03-02 09:00:00.000000','member5@example.org','member5@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'1238abbe581d47919d34193179f42953',1,'1c6596d79feb4cca8416307587f258cf',NULL);
INSERT INTO "member" VALUES('Bea','2026-03-02 09:00:00.000000','member6@example.org','member6@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'a507db1f0734467b953bcfbdbf879b60',1,'f6597ed7fee14bd2afabf3f10a19aa59',NULL);
INSERT INTO "member" VALUES('Yara','2026-03-02 09:00:00.000000','member9@example.org','member9@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'667bbb5ea25f4b26b86c64897fd5a35e',1,'2a60b699c21b41da8b3576de98a21bf0',NULL);
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
INSERT INTO "one_time_link" VALUES('cb08ad38795294fcfda00328a3d8b9d95902d9395ac8cfaf45ac7aa55367dcc6','a49879774a394cc7b1084a59c92cc3fc','confirm_email','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'0967be00d6344884b2d8eef545654f4f');
INSERT INTO "one_time_link" VALUES('5739691a3fd3095a2edd8e992c44f6da4d11a868812df71af51a594793a22fd1','a49879774a394cc7b1084a59c92cc3fc','change_email','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'new@example.org',NULL,'c5e31c847570450793bca11f5fae9d01');
INSERT INTO "one_time_link" VALUES('338e398290b6f524f5d551f4a5813e29d610bf0414779d8b98281df88282ef6d','a49879774a394cc7b1084a59c92cc3fc','reset_password','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'66616118df2e4390994e7cdaaddead8e');
INSERT INTO "one_time_link" VALUES('88303592be158733477f7cd3c5fed4cfe8c344d7f3ae4a1734b026ae3204d96d','a49879774a394cc7b1084a59c92cc3fc','invitation','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'ff183a7322394ae09080295f2e402748');
INSERT INTO "one_time_link" VALUES('b930d8093c065d1d137dec861489140745fa49a1b36beaeb66a75dcfe3ece74e','a49879774a394cc7b1084a59c92cc3fc','revert_email','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'new@example.org',NULL,'4fa9af9ca0e04f4297c3d905619b004b');
INSERT INTO "one_time_link" VALUES('6208fa83ba71be5e135576910d323c27faed755e18df979a9b1bd4bcc805fde9','a49879774a394cc7b1084a59c92cc3fc','check_in','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000','07375edb0aeb455289f473a411c07948','member1@example.org',NULL,'f59dd89137134f769063d680a276ce1a');
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
INSERT INTO "own_entry" VALUES('5e2b4aaf034940e0b69e606ed3f90fb2','a49879774a394cc7b1084a59c92cc3fc','2026-03-02 09:00:00.000000',1,0,X'000149CF9B8C761F08479D164C1FDDDD2A30F3967213DD8F6347F65752C5827785D953D99E7358F6E8D8068F720A3CF04882F48CAC422C3E3FBEB0020D3469835C690F8D628723E0B542B0FD5BAFEFAB4FD2D6E5D29D2B2F',1,'590dfea9c33e42318175e1fb835d3541');
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
INSERT INTO "pairing" VALUES('cf7d3a97dd984a1fad59e06a52fffeb9','05f0ac5c9eae4b0890bd6411d690df7b','ff10f0a4bb8b4b18abd080ae048df081','461c07648b8e41bcb287be93c5cdd842','2a60b699c21b41da8b3576de98a21bf0','2026-03-02',182,0,0,14,'active',NULL,NULL,NULL,'2026-03-02','2026-03-02',NULL,NULL,1,'04e51f3c85994d1094fb6c8078b150d1');
INSERT INTO "pairing" VALUES('cf7d3a97dd984a1fad59e06a52fffeb9','33bde9232ecd4e2ea3c2dfb2a0b90f5a','700e451cec5542ad902061da8eb5530e','b536300841fb4f2eb4b97a62348604ab','a49879774a394cc7b1084a59c92cc3fc','2026-03-02',182,0,0,14,'active',NULL,NULL,NULL,'2026-02-23','2026-02-23',NULL,NULL,1,'5e2b4aaf034940e0b69e606ed3f90fb2');
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
INSERT INTO "point" VALUES('5e2b4aaf034940e0b69e606ed3f90fb2','goal','mentee','2026-03-02 09:00:00.000000','open',NULL,NULL,X'0001B843E9131BC2E301DB6E2F0372454F024FBA6881ED12D9CC7395C26561BC167FE4529C9CDF0AF88A2C0B8EEE8CAC6B347976698C413E8078275842E407CC',NULL,1,'631b423b273d4dbfb37ed5dd490ec508');
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
INSERT INTO "programme" VALUES('programme-8','Programme 8','Programma 8','2026-03-02 09:00:00.000000','1c6596d79feb4cca8416307587f258cf','','','','','open',NULL,NULL,182,'Europe/Amsterdam','["job-search", "job-interviews", "dutch-conversation"]','["nl", "en"]','["online", "in_person"]','{}','[]','coverage',0.0,4,14,10,'[]','I agree.','Ik ga akkoord.',1,'',NULL,'112','113',NULL,1,'cec69b0034344a9790de0af08a38428a');
INSERT INTO "programme" VALUES('programme-7','Programme 7','Programma 7','2026-03-02 09:00:00.000000','98aba426b7ae449987335fe3ff5e1b94','','','','','open',NULL,NULL,182,'Europe/Amsterdam','["job-search", "job-interviews", "dutch-conversation"]','["nl", "en"]','["online", "in_person"]','{}','[]','coverage',0.0,4,14,10,'[]','I agree.','Ik ga akkoord.',1,'',NULL,'112','113',NULL,1,'cf7d3a97dd984a1fad59e06a52fffeb9');
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
	CONSTRAINT fk_proposal_run_id_match_run FOREIGN KEY(run_id) REFERENCES match_run (id) ON DELETE CASCADE, 
	CONSTRAINT ck_proposal_affinity CHECK (affinity >= 0 AND affinity <= 1), 
	CONSTRAINT fk_proposal_mentee_enrolment_id_enrolment FOREIGN KEY(mentee_enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE, 
	CONSTRAINT fk_proposal_decided_by_id_member FOREIGN KEY(decided_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_proposal_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE SET NULL, 
	CONSTRAINT fk_proposal_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT fk_proposal_mentor_enrolment_id_enrolment FOREIGN KEY(mentor_enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE, 
	CONSTRAINT uq_proposal_run_id_mentor_enrolment_id_mentee_enrolment_id UNIQUE (run_id, mentor_enrolment_id, mentee_enrolment_id)
);
INSERT INTO "proposal" VALUES('cf7d3a97dd984a1fad59e06a52fffeb9','ec9c9de9b6c24a138a36be25f514be65','33bde9232ecd4e2ea3c2dfb2a0b90f5a','700e451cec5542ad902061da8eb5530e',NULL,0.6,'2026-03-02 09:00:00.000000','{"contributions": [{"criterion": "topics", "share": 0.4, "value": 1.0, "weight": 0.4, "note": ""}, {"criterion": "words", "share": 0.1, "value": 0.5, "weight": 0.2, "note": ""}, {"criterion": "availability", "share": 0.1, "value": 1.0, "weight": 0.1, "note": ""}], "words": [{"need": "looking", "offer": "work", "weight": 0.2}], "topics_met": ["job-search"], "topics_missing": [], "slots": ["mon-evening"], "alternates": []}','offered',0,NULL,NULL,NULL,'2026-03-02 09:00:00.000000','2026-03-12','pending','pending',NULL,NULL,NULL,NULL,NULL,NULL,'{}',1,'5640668cea9245d09a218f056306e41a',0,'[]',NULL);
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
INSERT INTO "publication" VALUES('ec9c9de9b6c24a138a36be25f514be65',NULL,'2026-03-03 09:00:00.000000','2026-03-13','2026-03-02 09:00:00.000000','[]',NULL,NULL,1,'f32bfbba4a524453b152cd9eeb6a1f9e');
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
INSERT INTO "question" VALUES('5640668cea9245d09a218f056306e41a','mentee','2026-03-02 09:00:00.000000',X'0001AE8224D158F7AF6685155A395B4E2EB0A0501F2E823957D2FB2B511B05ED1AF2993ADF8AC3A837C7619716C208F03BD7603A4432B5909FD993',NULL,NULL,NULL,'82acfea28c0d4ac5aef0a952fa486450');
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
INSERT INTO "resource" VALUES('cf7d3a97dd984a1fad59e06a52fffeb9','2026-03-02 09:00:00.000000','2026-03-02',NULL,'The library','','','','','','','','','',NULL,1,'2cf65cb427db43cda7dab35741993904');
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
INSERT INTO "resource_shown" VALUES('5e2b4aaf034940e0b69e606ed3f90fb2','2cf65cb427db43cda7dab35741993904','2026-03-02 09:00:00.000000',NULL,'2026-03-02 09:00:00.000000',NULL,NULL,NULL,NULL,'2026-03-02 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,X'00011A6C0EC1B430100193C13580521310BE7884A5FC8196F42DB7517541173D99272A38AD1F80A225EAB0',1,'a4e535589345472b93efa4b9e0295155');
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
INSERT INTO "role_grant" VALUES('98aba426b7ae449987335fe3ff5e1b94','coordinator','2026-03-02 09:00:00.000000','cf7d3a97dd984a1fad59e06a52fffeb9',NULL,'e44ff0cffa344ee4aac01a1000306736');
INSERT INTO "role_grant" VALUES('1c6596d79feb4cca8416307587f258cf','coordinator','2026-03-02 09:00:00.000000','cec69b0034344a9790de0af08a38428a',NULL,'f852dd9b99c54547bf536b1bd9453d29');
INSERT INTO "role_grant" VALUES('f6597ed7fee14bd2afabf3f10a19aa59','administrator','2026-03-02 09:00:00.000000',NULL,NULL,'6ac8aa1fa9ca477ab9d7f13199fd8eb9');
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
INSERT INTO "rupture" VALUES('5e2b4aaf034940e0b69e606ed3f90fb2','a49879774a394cc7b1084a59c92cc3fc','07375edb0aeb455289f473a411c07948','2026-03-02 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL,1,'431ce3c486cc4079b60e50eac357f5c4');
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
INSERT INTO "saved_search" VALUES('cf7d3a97dd984a1fad59e06a52fffeb9','98aba426b7ae449987335fe3ff5e1b94','Weak 1','','2026-03-02 09:00:00.000000','213a0b2db93041fa9a4ab33c6da805ea');
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
INSERT INTO "signal" VALUES('W4','07375edb0aeb455289f473a411c07948','cf7d3a97dd984a1fad59e06a52fffeb9','2026-03-02 09:00:00.000000','2026-03-09','5e2b4aaf034940e0b69e606ed3f90fb2','a49879774a394cc7b1084a59c92cc3fc',NULL,NULL,NULL,NULL,NULL,1,'b590db2039264b43a7c65b399c375c37');
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
CREATE TABLE supply (
	programme_id CHAR(32) NOT NULL, 
	counted_at DATETIME NOT NULL, 
	mark VARCHAR NOT NULL, 
	people INTEGER NOT NULL, 
	figures JSON NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_supply PRIMARY KEY (id), 
	CONSTRAINT fk_supply_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT uq_supply_programme_id UNIQUE (programme_id)
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
INSERT INTO "takeout" VALUES('a49879774a394cc7b1084a59c92cc3fc','2026-03-02 09:00:00.000000','2026-03-09 09:00:00.000000','2026-03-02 09:00:00.000000',NULL,X'0001F49ADB1E9CFC03FAF8CECD53C75D673A694972CC9543A315811E01F2F4CD69F59D1B','9095e42575784ceb8276aacfe6212408');
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
INSERT INTO "three_way" VALUES('5e2b4aaf034940e0b69e606ed3f90fb2','a49879774a394cc7b1084a59c92cc3fc','98aba426b7ae449987335fe3ff5e1b94','2026-03-02 09:00:00.000000',NULL,NULL,NULL,NULL,X'0001763C3607F292136A38DE42D61BCEFB0E4487F3F162749B5BF6AB68BFBF7B2738BC0B94E1141A00AE45F2F473',1,'1ff8f93dc96749faa90b845433a8169e');
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
INSERT INTO "variant" VALUES('cf7d3a97dd984a1fad59e06a52fffeb9',NULL,'2026-03-02 09:00:00.000000','{"criteria": {}, "rules": [], "objective": "coverage", "floor": 0.0}',NULL,NULL,'{}','62bdb2270f43476bad638d7c3a4654ab');
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
INSERT INTO "weighing" VALUES('ec9c9de9b6c24a138a36be25f514be65','700e451cec5542ad902061da8eb5530e','33bde9232ecd4e2ea3c2dfb2a0b90f5a',NULL,'2026-03-02 09:00:00.000000',NULL,'{}','d3347f317b8a4910b16b8c1dbf12c29f');
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
INSERT INTO "you_said" VALUES('cf7d3a97dd984a1fad59e06a52fffeb9','2026-03-02 09:00:00.000000',NULL,'More time.','An hour more.',1,'5f23db9e4ea145229ecb5d27c734f673');
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
CREATE INDEX ix_proposal_mentee_enrolment_id_proposal_state ON proposal (mentee_enrolment_id, state);
CREATE INDEX ix_proposal_mentor_enrolment_id_proposal_state ON proposal (mentor_enrolment_id, state);
CREATE INDEX ix_proposal_programme_id_proposal_state ON proposal (programme_id, state);
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
CREATE INDEX ix_enrolment_by_state ON enrolment (programme_id, side, state, import_id);
CREATE INDEX ix_proposal_run_id_proposal_affinity_proposal_id ON proposal (run_id, affinity, id);
COMMIT;
