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
INSERT INTO "absence" VALUES('95a13de5efe34cbfa955ca3b40754cf4','727bcd8bb1ec45b3979262c9c9746246','2026-03-02','2026-03-02','e8682c04b0be4d4da88dd37869c2d8c9');
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
INSERT INTO "advice" VALUES('54f848fc4abd4892893c14252915fb44','fbb57af0b5a9428e95b7de514ab2ff1a','ba12f7ed4adf45b1be4470ebc8c12e83','26de5eb7aee941b09274b658d5dc735a','2026-03-02 09:00:00.000000',NULL,NULL,NULL,NULL,X'0001F206F4577567FBB897AB4EC4F178B71A139358355CB6E8D7D15522117159DD8D569ECB680896',1,'16e4e17c70444c9391517a5f6234a00c');
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
INSERT INTO "agreement" VALUES('fbb57af0b5a9428e95b7de514ab2ff1a','2026-03-02 09:00:00.000000',0,NULL,NULL,NULL,NULL,X'0001C7BE455A7E6A4D0C4F8F38F35AD7A306DF21C312A1B900712056610DE93D155139E2AEFB28F403F86DFD3587763673E8981F4289B7B16FCCCBDC6D8B3100A0265A8BF65D3A63019A973C78C4EF12BA92BD1A805E17229DF21BEABB2E3ACF9F14273CEF28234F2425BB591B28AB91CC9076F5592ECC9E7F6726DA94A47B26EC90942933E24979FE12E51C68299E3E5AE7F6E5AB465C59274A7AFBD4E72DEAA46CC7134BE0F281E3616D18E3EF6F12BC1880040BFE14F038680768AE639F7E8EF9A701472E88',1,'68b521e7a7b14f57abd43b0da4bc4367');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0019');
CREATE TABLE answer_leave (
	pairing_id CHAR(32) NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	allows BOOLEAN NOT NULL, 
	since DATETIME NOT NULL, 
	version INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_answer_leave PRIMARY KEY (id), 
	CONSTRAINT fk_answer_leave_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_answer_leave_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT uq_answer_leave_pairing_id_member_id UNIQUE (pairing_id, member_id)
);
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
INSERT INTO "appeal" VALUES('95a13de5efe34cbfa955ca3b40754cf4','We look for mentors.','We zoeken mentoren.','2026-03-02 09:00:00.000000',NULL,'2026-03-02 09:00:00.000000',1,'77d26a2ab52546f69c78f3022d045722');
CREATE TABLE attempt (
	at DATETIME NOT NULL, 
	account VARCHAR NOT NULL, 
	origin VARCHAR NOT NULL, 
	succeeded BOOLEAN NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_attempt PRIMARY KEY (id)
);
CREATE TABLE authenticator (
	member_id CHAR(32) NOT NULL, 
	made_at DATETIME NOT NULL, 
	secret_sealed BLOB, 
	confirmed_at DATETIME, 
	last_step INTEGER, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_authenticator PRIMARY KEY (id), 
	CONSTRAINT fk_authenticator_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT uq_authenticator_member_id UNIQUE (member_id)
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
INSERT INTO "card_shown" VALUES('fbb57af0b5a9428e95b7de514ab2ff1a','26de5eb7aee941b09274b658d5dc735a','listen','early','listen.early.mentee',1,'2026-03-02 09:00:00.000000','stage','plain',1.0,NULL,NULL,'ca950a36655f40e5b39f5f46e137b5fc');
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
INSERT INTO "check_in" VALUES('fbb57af0b5a9428e95b7de514ab2ff1a','26de5eb7aee941b09274b658d5dc735a','mentee',0,'2026-03-02','2026-03-12','pulse','open','["bond", "goal", "safe.A", "listen.A", "empathy.A", "fit", "mood", "talk"]','2026-03-02 09:00:00.000000',NULL,NULL,'',NULL,1,'54f848fc4abd4892893c14252915fb44',NULL);
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
INSERT INTO "circle" VALUES('95a13de5efe34cbfa955ca3b40754cf4','727bcd8bb1ec45b3979262c9c9746246','2026-03-11 09:00:00.000000',60,'Library','2026-03-02 09:00:00.000000',NULL,'2181c78e4eae4ec787f99f62209a2610');
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
INSERT INTO "circle_guest" VALUES('2181c78e4eae4ec787f99f62209a2610','ba12f7ed4adf45b1be4470ebc8c12e83',NULL,NULL,'c33cffb2460f4ac19b54f3678f2591a1');
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
INSERT INTO "circular" VALUES('95a13de5efe34cbfa955ca3b40754cf4',NULL,'2026-03-02 09:00:00.000000',1,'{}',X'00011162302B3BCE857823489929D76AB3C3679FB542743EC48D19E80A783461492C34',NULL,X'0001257A5B6BD3B41858D73E76126EC6F7B2B5D83AE29F85AB36582AD40F23D15D7E2FA39B0227838BC985DF',NULL,'c65dfce4ddfb4d5d94fcb396cf6a38e9');
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
INSERT INTO "concern" VALUES('95a13de5efe34cbfa955ca3b40754cf4','26de5eb7aee941b09274b658d5dc735a','727bcd8bb1ec45b3979262c9c9746246','partner','2026-03-02 09:00:00.000000','fbb57af0b5a9428e95b7de514ab2ff1a','',X'00014CE7E04F1DD017CAA6A692CCD29794BC49CFC0201EBCBC4B2E4B01A40C45D5D3574B2126507BAB513B5CF1AF3EA115EA6CD11C90A821FA416B',NULL,NULL,1,'888a66ae760241028e612f3f826738fb');
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
INSERT INTO "consent" VALUES('647f3fbe69654f5585d51bf674a5f1ed','I agree.','en',1,'2026-03-02 09:00:00.000000',NULL,NULL,'1a8c0607bfc944dcb85430e02477ca6f');
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
INSERT INTO "enrolment" VALUES('c48f5bb5e8244287a1495494409f2978','95a13de5efe34cbfa955ca3b40754cf4','mentor','2026-03-02 09:00:00.000000','paired','2026-03-02 09:00:00.000000','',NULL,1,'','',NULL,'["en"]','Utrecht','either','["mon-evening", "wed-evening"]','["job-search"]','["I want to talk about looking for work."]','One good conversation.','["listen"]',0,'[]',NULL,'member',NULL,'','2026-03-02 09:00:00.000000','',NULL,NULL,NULL,NULL,1,'2c6a344f6e8847c990cd4591dc3e03d3');
INSERT INTO "enrolment" VALUES('a35ff36e40e24e26b223e607510b28a8','95a13de5efe34cbfa955ca3b40754cf4','mentee','2026-03-02 09:00:00.000000','paired','2026-03-02 09:00:00.000000','',NULL,1,'','',NULL,'["en"]','Utrecht','either','["mon-evening", "wed-evening"]','["job-search"]','["I want to talk about looking for work."]','One good conversation.','["listen"]',0,'[]',NULL,'member',NULL,'','2026-03-02 09:00:00.000000','',NULL,NULL,NULL,NULL,1,'d09a7af2cfef4e7cbe836e023527f8a3');
INSERT INTO "enrolment" VALUES('ba12f7ed4adf45b1be4470ebc8c12e83','95a13de5efe34cbfa955ca3b40754cf4','mentor','2026-03-02 09:00:00.000000','paired','2026-03-02 09:00:00.000000','',NULL,1,'','',NULL,'["en"]','Utrecht','either','["mon-evening", "wed-evening"]','["job-search"]','["I want to talk about looking for work."]','One good conversation.','["listen"]',0,'[]',NULL,'member',NULL,'','2026-03-02 09:00:00.000000','',NULL,NULL,NULL,NULL,1,'159d7b5cd80f4ae6803df14b9d2ae24f');
INSERT INTO "enrolment" VALUES('26de5eb7aee941b09274b658d5dc735a','95a13de5efe34cbfa955ca3b40754cf4','mentee','2026-03-02 09:00:00.000000','paired','2026-03-02 09:00:00.000000','',NULL,1,'','',NULL,'["en"]','Utrecht','either','["mon-evening", "wed-evening"]','["job-search"]','["I want to talk about looking for work."]','One good conversation.','["listen"]',0,'[]',NULL,'member',NULL,'','2026-03-02 09:00:00.000000','',NULL,NULL,NULL,NULL,1,'647f3fbe69654f5585d51bf674a5f1ed');
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
INSERT INTO "expectation" VALUES('fbb57af0b5a9428e95b7de514ab2ff1a','mentee','2026-03-02 09:00:00.000000',X'00016A1F53DEDA65E2BFDDD3954EB60556B8EC600C1322AD7169C8619EF9684A0007F0AB30C50481DA5D34780B64FFF89F5F8EC8FED3826FE94C8CBB0139C8E90774F0194C9F0FA9C5360ED55DE217B068D21E3B2C95890C1D4037256B0627095B20D7121F810E05868CCFEBC083C26C347BC564D974CD2C5E86C16D1982D313099D817B31BECDDF6E253B1CAD76','2180ee7b48d9481cbd6ad9a78dbf1538');
INSERT INTO "expectation" VALUES('fbb57af0b5a9428e95b7de514ab2ff1a','mentor','2026-03-02 09:00:00.000000',X'0001B7706C697124C066B67C9EBE054059A1ADFEFF43C701B305AA91D86B5AAB76F3CB3DE759238FD1D2E96D7A84725F083893F1689BCDBA676B2105FBEA94D72A9A47CF89CE30F1381A394373C5492EE91C5E8AA826A2C2026AC869E11D917FBA418F215C41735D1D40955D4C3B8F1660DC27E5B4610FF88531D605D723620E3DCC1448D3BCC1C49DE53018DA5A','be207df550fd40d4baa6334529a28b28');
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
INSERT INTO "forbidden_pair" VALUES('95a13de5efe34cbfa955ca3b40754cf4','647f3fbe69654f5585d51bf674a5f1ed','159d7b5cd80f4ae6803df14b9d2ae24f','fit',NULL,'2026-03-02 09:00:00.000000',NULL,'34083aa9d7634143a2d4921f73fedc00');
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
INSERT INTO "help_request" VALUES('fbb57af0b5a9428e95b7de514ab2ff1a','2026-03-02 09:00:00.000000','small',NULL,NULL,NULL,NULL,NULL,NULL,X'00010B63E554DB20382A6BC38CD23154DE7117B882EE60A43555FDC080AEE60B859A022602002BDFEE627F592A',NULL,NULL,1,'5e9c850a22b94f8685d38a75ffffbe18');
CREATE TABLE identity (
	member_id CHAR(32) NOT NULL, 
	issuer VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	since DATETIME NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_identity PRIMARY KEY (id), 
	CONSTRAINT fk_identity_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT uq_identity_issuer_subject UNIQUE (issuer, subject), 
	CONSTRAINT uq_identity_member_id_issuer UNIQUE (member_id, issuer)
);
INSERT INTO "identity" VALUES('26de5eb7aee941b09274b658d5dc735a','http://127.0.0.1:9','s26de5eb7aee941b09274b658d5dc735a','2026-03-02 09:00:00.000000','cc3bb4dbd888476898abbc86358c306c');
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
INSERT INTO "import" VALUES('95a13de5efe34cbfa955ca3b40754cf4','727bcd8bb1ec45b3979262c9c9746246','mentee','people.csv','2026-03-02 09:00:00.000000','ready',0,'[]','',NULL,NULL,1,'e369664a6a54473abff95e84ea8001ae');
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
INSERT INTO "job" VALUES('match_run','be58006d27f24d5c97e52ba7e02436e9','2026-03-02 09:00:00.000000','2026-03-02 09:00:00.000000','parked','{}','parked',0,NULL,0,0.0,'',NULL,0,NULL,NULL,NULL,'d0384ee03fc5472398cbec859a75ebcc');
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
CREATE TABLE known_browser (
	member_id CHAR(32) NOT NULL, 
	mark VARCHAR NOT NULL, 
	first_at DATETIME NOT NULL, 
	last_at DATETIME NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_known_browser PRIMARY KEY (id), 
	CONSTRAINT fk_known_browser_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT uq_known_browser_member_id_mark UNIQUE (member_id, mark)
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
INSERT INTO "mail" VALUES('trial','2885beccc6314b28ba6ead0f15e8754a','',NULL,'reader1@example.org','en','2026-03-02 09:00:00.000000','2026-03-02 09:00:00.000000',X'0001C7E36628477E238593AFA5132936C56306FD000E79027A9C9715562963959A03BF9F7F1D88D7719C470E4BCAF1B199EF5849EF5F99B1F8D9A26056960241B8034324360F35A558740A91630C794BC2A0F2E1B7620B1AA22B0D9C782E3BCE16FD79B403447DF89CA681B417DE26E5FB0A9005269C5FB4E331A315AFA910B03D959D16F5F82B57AD2282662B862D66EE846A255A9F56EED9E62AC6CABDDA58E73E247423272E07AC548230DF9B4D9EEF62E3881B0B0E700D20C220BF54E1D93F0EB5ED8094C9C0E3B816BB9BC83A82982C73359A0E8206B78D44AB966A9D213A3345CC7010EE896CDA2C08D709420CA5B2F2F1F46DDE2B041CE7FA58D9EFC0EE307FA0DEEADD4BE34FBABF9EC234614A5C486E916FDF3E6FC62E5F76787082009845FB926AEEAB1CFC46092285F84D83AC2D951E2205F0A8CD5523FDAE13E7B694FC50A1C22FFCCB980EBC336FDAAB36BFB9C1F5B28F24BE802094BAAF1B5923FF776D2E0E4A41E69A764FE1916D1EBF5F2F9BB4F6B9123CF61A64D6437E9935B95D33173ACCF03EEF3726E7E290DCE077E6D1FAC0EF08ABDFE5323666E28CB81B3D7C831668F66A047BD3A95BC1F9A9507970F4141AA35A402F094A95F773413D81C1E68F4B','essential','must_arrive','queued',0,NULL,0,NULL,NULL,'2b1cd9bb4c9245b1bd5bb74218737250');
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
INSERT INTO "match_run" VALUES('95a13de5efe34cbfa955ca3b40754cf4',1,'727bcd8bb1ec45b3979262c9c9746246','2026-03-02 09:00:00.000000','{"criteria": [{"name": "topics", "kind": "topics", "weight": "decisive", "need": "", "offer": "", "options": {}}, {"name": "words", "kind": "words", "weight": "high", "need": "statements", "offer": "", "options": {}}, {"name": "languages", "kind": "set", "weight": "some", "need": "", "offer": "", "options": {}}, {"name": "availability", "kind": "availability", "weight": "some", "need": "", "offer": "", "options": {"enough": 2}}, {"name": "place", "kind": "place", "weight": "some", "need": "", "offer": "", "options": {}}, {"name": "style", "kind": "set", "weight": "some", "need": "", "offer": "", "options": {"by": "coverage"}}], "rules": [{"kind": "self", "need": "", "offer": "", "criterion": "", "value": 0.0, "pairs": [], "separator": ";", "code": ""}, {"kind": "avoid", "need": "", "offer": "", "criterion": "", "value": 0.0, "pairs": [], "separator": ";", "code": ""}], "objective": "coverage", "use_mentors": false, "floor": 0.0, "encoder": ""}',0,'reviewed',NULL,NULL,NULL,'{}',1.8,1.8,0.0,0.3,'2026-03-02 09:00:00.000000',NULL,1,'be58006d27f24d5c97e52ba7e02436e9');
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
INSERT INTO "meeting" VALUES('fbb57af0b5a9428e95b7de514ab2ff1a','2026-03-09 09:00:00.000000',60,'26de5eb7aee941b09274b658d5dc735a',0,'Library Neude','planned',NULL,NULL,0,1,'917400b52fb64999be9d94b94dd5e5ee',NULL,NULL);
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
	id CHAR(32) NOT NULL, email_returned_at DATETIME, second_step_told_at DATETIME, 
	CONSTRAINT pk_member PRIMARY KEY (id), 
	CONSTRAINT uq_member_email_key UNIQUE (email_key)
);
INSERT INTO "member" VALUES('Yara','2026-03-02 09:00:00.000000','member1@example.org','member1@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'3e7c5dcab1db4001a01a43efbd2a8633',1,'26de5eb7aee941b09274b658d5dc735a',NULL,NULL);
INSERT INTO "member" VALUES('Marijke','2026-03-02 09:00:00.000000','member2@example.org','member2@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'36435cd851204ed38e0642315ee007ce',1,'ba12f7ed4adf45b1be4470ebc8c12e83',NULL,NULL);
INSERT INTO "member" VALUES('Ingrid','2026-03-02 09:00:00.000000','member3@example.org','member3@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'75ce1123c65d4fd6a5d3e67e19f456fe',1,'c48f5bb5e8244287a1495494409f2978',NULL,NULL);
INSERT INTO "member" VALUES('Hanna','2026-03-02 09:00:00.000000','member4@example.org','member4@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'b9ca5ffce46d462597ba188f87e0925b',1,'727bcd8bb1ec45b3979262c9c9746246',NULL,NULL);
INSERT INTO "member" VALUES('Otto','2026-03-02 09:00:00.000000','member5@example.org','member5@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'90f4678d2f2a4d368b84717a3878812b',1,'e7f29ac817b44a2e82a3689407b04bc1',NULL,NULL);
INSERT INTO "member" VALUES('Bea','2026-03-02 09:00:00.000000','member6@example.org','member6@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'9b5bef22ae8649768d48e64690b6829a',1,'8da1941ff94245958a72290866251c32',NULL,NULL);
INSERT INTO "member" VALUES('Yara','2026-03-02 09:00:00.000000','member9@example.org','member9@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'d6714796df724d6a9481092847aaa5a8',1,'a35ff36e40e24e26b223e607510b28a8',NULL,NULL);
CREATE TABLE one_time_link (
	fingerprint VARCHAR NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	purpose VARCHAR(40) NOT NULL, 
	made_at DATETIME NOT NULL, 
	until DATETIME NOT NULL, 
	subject_id CHAR(32), 
	address VARCHAR, 
	used_at DATETIME, 
	id CHAR(32) NOT NULL, browser VARCHAR, code VARCHAR, 
	CONSTRAINT pk_one_time_link PRIMARY KEY (id), 
	CONSTRAINT fk_one_time_link_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT uq_one_time_link_fingerprint UNIQUE (fingerprint)
);
INSERT INTO "one_time_link" VALUES('f039cb857d5b088edc2dab7607f2eb8a0571ad006f5874a4a45498f7bf1baa38','26de5eb7aee941b09274b658d5dc735a','confirm_email','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'0239e92f89424c7ab55b53c8f3d7c84e',NULL,NULL);
INSERT INTO "one_time_link" VALUES('2335fb8c405446a7653851121113f9ecff5b5c290e7c608aaa281a8cbca345bf','26de5eb7aee941b09274b658d5dc735a','change_email','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'new@example.org',NULL,'c5c5342016be49f7bb4f15a8ee76bbc8',NULL,NULL);
INSERT INTO "one_time_link" VALUES('9293b6e49622ccb37b86a2febdfcaff40f99b583dfd035860a44e1ed9f17c7dd','26de5eb7aee941b09274b658d5dc735a','reset_password','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'d552d5594259481d9d6b8938de24a30b',NULL,NULL);
INSERT INTO "one_time_link" VALUES('edc1c01186c673712e8efa3f1d232de304d089e0c64d2c77ff7f78c3600c7381','26de5eb7aee941b09274b658d5dc735a','invitation','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'6b67f77291804e31b5eecf48127df192',NULL,NULL);
INSERT INTO "one_time_link" VALUES('439bd24a1dada5910140b6015c4e32d32dcd64f7ee5f8bd9a7685640d1fc6551','26de5eb7aee941b09274b658d5dc735a','revert_email','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'new@example.org',NULL,'dd69fbc526424bdcb01df7fc33c019f2',NULL,NULL);
INSERT INTO "one_time_link" VALUES('cda5cdd21f3193e8f4137ad1de5131c347d0d1bd993d5968a3f832b876302dd2','26de5eb7aee941b09274b658d5dc735a','check_in','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000','54f848fc4abd4892893c14252915fb44','member1@example.org',NULL,'2c6ae71aeaf04c7b959a25e681f88bb7',NULL,NULL);
INSERT INTO "one_time_link" VALUES('4b681dedca1f6526ccabf57a567169b2431aead8ae041f20f2d8c63db32092fe','26de5eb7aee941b09274b658d5dc735a','sign_in','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'126a3e57955e41878a5f482f9980f199',NULL,NULL);
INSERT INTO "one_time_link" VALUES('7cdda6045c4261dfc17b0d21ece3f459ffad647b517033bd8b3a8a72f1a64305','26de5eb7aee941b09274b658d5dc735a','connect','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'1c6a7682327c4bdc8c344a66975008bd',NULL,NULL);
INSERT INTO "one_time_link" VALUES('635c615b1aa068c937b5b7a9f408a9c723055bc12915e761b68851b2bf0b962b','26de5eb7aee941b09274b658d5dc735a','prove','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'f746997714844ca0991b1209ca33c985',NULL,NULL);
INSERT INTO "one_time_link" VALUES('6609bd79a9fdcebcce66588436797e3c70e39d37bd87519fca9ff16b3c931a0d','26de5eb7aee941b09274b658d5dc735a','not_me','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'b8e1814a176346a29c5edf832bff4ad7',NULL,NULL);
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
INSERT INTO "own_entry" VALUES('fbb57af0b5a9428e95b7de514ab2ff1a','26de5eb7aee941b09274b658d5dc735a','2026-03-02 09:00:00.000000',1,0,X'000151EB89DD6DAD29F5950693D7A6E803F63C08BC380974614EA20D41AB694890C3038566BA67EBD8A51C638C4A23C67FC268A51053CE0F1A4D35BF59A077565975F181F151C5C0EA1DFDF5548860E2EFABC9253D9B5E4D',1,'ca2733c2d8e348718fe7bc3c00ce5e33');
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
INSERT INTO "pairing" VALUES('95a13de5efe34cbfa955ca3b40754cf4','2c6a344f6e8847c990cd4591dc3e03d3','d09a7af2cfef4e7cbe836e023527f8a3','c48f5bb5e8244287a1495494409f2978','a35ff36e40e24e26b223e607510b28a8','2026-03-02',182,0,0,14,'active',NULL,NULL,NULL,'2026-03-02','2026-03-02',NULL,NULL,1,'028ac3c5182c4319be37ce71b9eb9c73');
INSERT INTO "pairing" VALUES('95a13de5efe34cbfa955ca3b40754cf4','159d7b5cd80f4ae6803df14b9d2ae24f','647f3fbe69654f5585d51bf674a5f1ed','ba12f7ed4adf45b1be4470ebc8c12e83','26de5eb7aee941b09274b658d5dc735a','2026-03-02',182,0,0,14,'active',NULL,NULL,NULL,'2026-02-23','2026-02-23',NULL,NULL,1,'fbb57af0b5a9428e95b7de514ab2ff1a');
CREATE TABLE passkey (
	member_id CHAR(32) NOT NULL, 
	name VARCHAR NOT NULL, 
	credential VARCHAR NOT NULL, 
	public_key VARCHAR NOT NULL, 
	made_at DATETIME NOT NULL, 
	times_used BIGINT NOT NULL, 
	reached_by VARCHAR NOT NULL, 
	used_at DATETIME, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_passkey PRIMARY KEY (id), 
	CONSTRAINT fk_passkey_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT uq_passkey_credential UNIQUE (credential)
);
INSERT INTO "passkey" VALUES('26de5eb7aee941b09274b658d5dc735a','My phone','50c913c883fa46b483f5bde49d177805','none','2026-03-02 09:00:00.000000',0,'',NULL,'4f2d8e885b114d77b21c5d92c2fc4fc5');
CREATE TABLE passkey_question (
	browser VARCHAR NOT NULL, 
	asked_for VARCHAR(40) NOT NULL, 
	challenge VARCHAR NOT NULL, 
	asked_at DATETIME NOT NULL, 
	until DATETIME NOT NULL, 
	attempt_id CHAR(32), 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_passkey_question PRIMARY KEY (id), 
	CONSTRAINT uq_passkey_question_browser UNIQUE (browser)
);
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
INSERT INTO "point" VALUES('fbb57af0b5a9428e95b7de514ab2ff1a','goal','mentee','2026-03-02 09:00:00.000000','open',NULL,NULL,X'00016264F04F24B76253B8610135D73977B2FBDE680F6A80EA69BECD210184F4C4CF84D5FF1DAF6B30356513B20FD659105193FF7BEAE40542D6D4474EFCF65F',NULL,1,'98d208dfb8ca40b384014f5d4abb4e00');
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
INSERT INTO "programme" VALUES('programme-8','Programme 8','Programma 8','2026-03-02 09:00:00.000000','e7f29ac817b44a2e82a3689407b04bc1','','','','','open',NULL,NULL,182,'Europe/Amsterdam','["job-search", "job-interviews", "dutch-conversation"]','["nl", "en"]','["online", "in_person"]','{}','[]','coverage',0.0,4,14,10,'[]','I agree.','Ik ga akkoord.',1,'',NULL,'112','113',NULL,1,'ecbb8110389f4aad844c2a1482fc6e8f');
INSERT INTO "programme" VALUES('programme-7','Programme 7','Programma 7','2026-03-02 09:00:00.000000','727bcd8bb1ec45b3979262c9c9746246','','','','','open',NULL,NULL,182,'Europe/Amsterdam','["job-search", "job-interviews", "dutch-conversation"]','["nl", "en"]','["online", "in_person"]','{}','[]','coverage',0.0,4,14,10,'[]','I agree.','Ik ga akkoord.',1,'',NULL,'112','113',NULL,1,'95a13de5efe34cbfa955ca3b40754cf4');
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
	first_choice BOOLEAN DEFAULT 0 NOT NULL, 
	lacks_topics BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_proposal PRIMARY KEY (id), 
	CONSTRAINT fk_proposal_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE SET NULL, 
	CONSTRAINT uq_proposal_run_id_mentor_enrolment_id_mentee_enrolment_id UNIQUE (run_id, mentor_enrolment_id, mentee_enrolment_id), 
	CONSTRAINT fk_proposal_mentor_enrolment_id_enrolment FOREIGN KEY(mentor_enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE, 
	CONSTRAINT ck_proposal_affinity CHECK (affinity >= 0 AND affinity <= 1), 
	CONSTRAINT fk_proposal_run_id_match_run FOREIGN KEY(run_id) REFERENCES match_run (id) ON DELETE CASCADE, 
	CONSTRAINT fk_proposal_decided_by_id_member FOREIGN KEY(decided_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_proposal_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT fk_proposal_mentee_enrolment_id_enrolment FOREIGN KEY(mentee_enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE
);
INSERT INTO "proposal" VALUES('95a13de5efe34cbfa955ca3b40754cf4','be58006d27f24d5c97e52ba7e02436e9','159d7b5cd80f4ae6803df14b9d2ae24f','647f3fbe69654f5585d51bf674a5f1ed',NULL,0.6,'2026-03-02 09:00:00.000000','{"contributions": [{"criterion": "topics", "share": 0.4, "value": 1.0, "weight": 0.4, "note": ""}, {"criterion": "words", "share": 0.1, "value": 0.5, "weight": 0.2, "note": ""}, {"criterion": "availability", "share": 0.1, "value": 1.0, "weight": 0.1, "note": ""}], "words": [{"need": "looking", "offer": "work", "weight": 0.2}], "topics_met": ["job-search"], "topics_missing": [], "slots": ["mon-evening"], "alternates": []}','offered',0,NULL,NULL,NULL,'2026-03-02 09:00:00.000000','2026-03-12','pending','pending',NULL,NULL,NULL,NULL,NULL,NULL,'{}',1,'a4c415576f8a4342aa56eb908aecd0d4',0,'[]',NULL,0,0);
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
INSERT INTO "publication" VALUES('be58006d27f24d5c97e52ba7e02436e9',NULL,'2026-03-03 09:00:00.000000','2026-03-13','2026-03-02 09:00:00.000000','[]',NULL,NULL,1,'42daff57b25f40d0a5a0ab5826cddb9d');
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
INSERT INTO "question" VALUES('a4c415576f8a4342aa56eb908aecd0d4','mentee','2026-03-02 09:00:00.000000',X'0001A3F625CD7A69E52AED9413B4E9FC64726F0E1D55F208534441F6A697FAC68EF9DD0F7EC31561A9D9ED184F757CE6AB7623488E2A04456B00BA',NULL,NULL,NULL,'0ab638a244144ad782e1117acefad01a');
CREATE TABLE recovery_code (
	member_id CHAR(32) NOT NULL, 
	number INTEGER NOT NULL, 
	code_hash VARCHAR NOT NULL, 
	made_at DATETIME NOT NULL, 
	used_at DATETIME, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_recovery_code PRIMARY KEY (id), 
	CONSTRAINT fk_recovery_code_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT uq_recovery_code_member_id_number UNIQUE (member_id, number)
);
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
INSERT INTO "resource" VALUES('95a13de5efe34cbfa955ca3b40754cf4','2026-03-02 09:00:00.000000','2026-03-02',NULL,'The library','','','','','','','','','',NULL,1,'b13fd2fdbc8a45ae92a40f4631d805d2');
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
INSERT INTO "resource_shown" VALUES('fbb57af0b5a9428e95b7de514ab2ff1a','b13fd2fdbc8a45ae92a40f4631d805d2','2026-03-02 09:00:00.000000',NULL,'2026-03-02 09:00:00.000000',NULL,NULL,NULL,NULL,'2026-03-02 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,X'00016D8B1C1A7397DF065D207C8DEF2297E3F32C8942E37F5D3D865A4C609299F789FDE39EF61C6EC122ED',1,'9781bf9e68224a43bc59a4a124c0ee36');
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
INSERT INTO "role_grant" VALUES('727bcd8bb1ec45b3979262c9c9746246','coordinator','2026-03-02 09:00:00.000000','95a13de5efe34cbfa955ca3b40754cf4',NULL,'8de27e479b74495490f5500000da725e');
INSERT INTO "role_grant" VALUES('e7f29ac817b44a2e82a3689407b04bc1','coordinator','2026-03-02 09:00:00.000000','ecbb8110389f4aad844c2a1482fc6e8f',NULL,'f05955c4665a472e9cdaccfb8a717e46');
INSERT INTO "role_grant" VALUES('8da1941ff94245958a72290866251c32','administrator','2026-03-02 09:00:00.000000',NULL,NULL,'4d921046809e414f999ec92b2d691020');
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
INSERT INTO "rupture" VALUES('fbb57af0b5a9428e95b7de514ab2ff1a','26de5eb7aee941b09274b658d5dc735a','54f848fc4abd4892893c14252915fb44','2026-03-02 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL,1,'fbc71a7da71e4994a0c6f9a658692eda');
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
INSERT INTO "saved_search" VALUES('95a13de5efe34cbfa955ca3b40754cf4','727bcd8bb1ec45b3979262c9c9746246','Weak 1','','2026-03-02 09:00:00.000000','a60f005133cf41d4af72fcc84de41185');
CREATE TABLE second_step (
	fingerprint VARCHAR NOT NULL, 
	member_id CHAR(32) NOT NULL, 
	began_at DATETIME NOT NULL, 
	until DATETIME NOT NULL, 
	epoch INTEGER NOT NULL, 
	browser VARCHAR NOT NULL, 
	level VARCHAR NOT NULL, 
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_second_step PRIMARY KEY (id), 
	CONSTRAINT fk_second_step_member_id_member FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT uq_second_step_fingerprint UNIQUE (fingerprint)
);
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
INSERT INTO "signal" VALUES('W4','54f848fc4abd4892893c14252915fb44','95a13de5efe34cbfa955ca3b40754cf4','2026-03-02 09:00:00.000000','2026-03-09','fbb57af0b5a9428e95b7de514ab2ff1a','26de5eb7aee941b09274b658d5dc735a',NULL,NULL,NULL,NULL,NULL,1,'85ffc2f6aa1d44238f122976b69500e1');
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
INSERT INTO "takeout" VALUES('26de5eb7aee941b09274b658d5dc735a','2026-03-02 09:00:00.000000','2026-03-09 09:00:00.000000','2026-03-02 09:00:00.000000',NULL,X'0001BA5A3C0BA4F330D55256F5FCB8341DECC77A4FC0FB4E593C65DF431675E82F026429','dcab06cf8b0147019bac7b4a157a7c57');
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
CREATE TABLE "three_way" (
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
	first_entered_by_id CHAR(32), 
	second_entered_by_id CHAR(32), 
	first_entered_why VARCHAR DEFAULT '' NOT NULL, 
	second_entered_why VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_three_way PRIMARY KEY (id), 
	CONSTRAINT fk_three_way_signal_id_signal FOREIGN KEY(signal_id) REFERENCES signal (id) ON DELETE SET NULL, 
	CONSTRAINT fk_three_way_by_id_member FOREIGN KEY(by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_three_way_first_id_member FOREIGN KEY(first_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_three_way_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT fk_three_way_second_entered_by_id_member FOREIGN KEY(second_entered_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_three_way_first_entered_by_id_member FOREIGN KEY(first_entered_by_id) REFERENCES member (id) ON DELETE SET NULL
);
INSERT INTO "three_way" VALUES('fbb57af0b5a9428e95b7de514ab2ff1a','26de5eb7aee941b09274b658d5dc735a','727bcd8bb1ec45b3979262c9c9746246','2026-03-02 09:00:00.000000',NULL,NULL,NULL,NULL,X'000195F5CD0E5642C6DAE1091A063E0C3B87157C205CAEF1C2D188F693507CAFE318D521385D4BB446A8F91889AE',1,'6b2ca9da115045ae9e8224a031eb329b',NULL,NULL,'','');
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
INSERT INTO "variant" VALUES('95a13de5efe34cbfa955ca3b40754cf4',NULL,'2026-03-02 09:00:00.000000','{"criteria": {}, "rules": [], "objective": "coverage", "floor": 0.0}',NULL,NULL,'{}','94002dab0a1b4638aaa0723281a8805b');
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
INSERT INTO "weighing" VALUES('be58006d27f24d5c97e52ba7e02436e9','647f3fbe69654f5585d51bf674a5f1ed','159d7b5cd80f4ae6803df14b9d2ae24f',NULL,'2026-03-02 09:00:00.000000',NULL,'{}','c56b941742e24efea000b560334bbbe3');
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
INSERT INTO "you_said" VALUES('95a13de5efe34cbfa955ca3b40754cf4','2026-03-02 09:00:00.000000',NULL,'More time.','An hour more.',1,'ed586aeeea9648518a87ad3df4978303');
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
CREATE INDEX ix_context_line_until ON context_line (until);
CREATE INDEX ix_own_entry_pairing_id_own_entry_written_at ON own_entry (pairing_id, written_at);
CREATE INDEX ix_entry_reply_entry_id_entry_reply_sent_at ON entry_reply (entry_id, sent_at);
CREATE INDEX ix_looking_seen_at ON looking (seen_at);
CREATE INDEX ix_enrolment_by_state ON enrolment (programme_id, side, state, import_id);
CREATE INDEX ix_answer_leave_member_id ON answer_leave (member_id);
CREATE INDEX ix_three_way_pairing_id_three_way_asked_at ON three_way (pairing_id, asked_at);
CREATE INDEX ix_second_step_member_id ON second_step (member_id);
CREATE INDEX ix_passkey_member_id ON passkey (member_id);
CREATE INDEX ix_admission_check_expires_on ON admission_check (expires_on);
CREATE INDEX ix_member_returned ON member (email_returned_at) WHERE email_returned_at IS NOT NULL;
CREATE INDEX ix_question_answered_at ON question (answered_at);
CREATE INDEX ix_event_action_event_at ON event (action, at);
CREATE INDEX ix_event_actor_event_at ON event (actor, at);
CREATE INDEX ix_event_at_event_id ON event (at, id);
CREATE UNIQUE INDEX ix_member_audit_key ON member (audit_key);
CREATE INDEX ix_enrolment_unconfirmed ON enrolment (programme_id, id) WHERE confirmed_at IS NULL;
CREATE INDEX ix_proposal_mentor_enrolment_id_proposal_state ON proposal (mentor_enrolment_id, state);
CREATE INDEX ix_proposal_mentee_enrolment_id_proposal_state ON proposal (mentee_enrolment_id, state);
CREATE INDEX ix_proposal_programme_id_proposal_state ON proposal (programme_id, state);
CREATE INDEX ix_proposal_of_run ON proposal (run_id, affinity, id, state, locked, by_hand, offered_at, first_choice, lacks_topics, mentor_enrolment_id, mentee_enrolment_id);
COMMIT;
