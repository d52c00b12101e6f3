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
INSERT INTO "absence" VALUES('affafc4f1e6c46a6a7d51f80281d0216','0056993eec6343329916cc234da7fede','2026-03-02','2026-03-02','2fc452ae77b04b51bbe76f7662b9acec');
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
INSERT INTO "advice" VALUES('145d553a9f6a4004a3279d2e999301c9','b670f53cbc204952a379ad24354bc587','1f48c35a24974a22afe311fd7ee0e72b','06638eb6b7894305a2f5818b6976c197','2026-03-02 09:00:00.000000',NULL,NULL,NULL,NULL,X'0001E0E4DC6BF7810469D3FC27445F2A0CBC6871DBE4C68F25B058F1B1870946A83243770E55A31D',1,'701be3fddfcc468188bd1511828ace92');
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
INSERT INTO "agreement" VALUES('b670f53cbc204952a379ad24354bc587','2026-03-02 09:00:00.000000',0,NULL,NULL,NULL,NULL,X'0001B87E8C0C9ACC8996D8599AB77A432CED276BA69295F04576751F7BF988E182F44A5B3D8C3275E0E60B8E50CAB330C7CA013C4A98D526B5DA20E44AF390F054262E8AF14D70A6D88F889E98F4DAFF883D7E51A51061458B823B7F44368FCD1DA311B9097A41E0CCDE118431E415824372EBB706A7F56520AA46C90AAA2BC3A5A88A5C17DA2639C7A6C52C87FA1759B2FDC1A7AD1A9211FC1CF0A2BAA6651286E450C461981DABCAA8FC6F2E1AEBC177A3A8F922163132AE52DD018256888D5E8B97B41C8218',1,'9e72a6947c784cd9995ececf2499c80f');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0014');
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
INSERT INTO "appeal" VALUES('affafc4f1e6c46a6a7d51f80281d0216','We look for mentors.','We zoeken mentoren.','2026-03-02 09:00:00.000000',NULL,'2026-03-02 09:00:00.000000',1,'554ebb78a3fb4a069877d06ea31e0510');
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
INSERT INTO "card_shown" VALUES('b670f53cbc204952a379ad24354bc587','06638eb6b7894305a2f5818b6976c197','listen','early','listen.early.mentee',1,'2026-03-02 09:00:00.000000','stage','plain',1.0,NULL,NULL,'091a38c7ce4947238520c9ec69a1c036');
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
INSERT INTO "check_in" VALUES('b670f53cbc204952a379ad24354bc587','06638eb6b7894305a2f5818b6976c197','mentee',0,'2026-03-02','2026-03-12','pulse','open','["bond", "goal", "safe.A", "listen.A", "empathy.A", "fit", "mood", "talk"]','2026-03-02 09:00:00.000000',NULL,NULL,'',NULL,1,'145d553a9f6a4004a3279d2e999301c9',NULL);
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
INSERT INTO "circle" VALUES('affafc4f1e6c46a6a7d51f80281d0216','0056993eec6343329916cc234da7fede','2026-03-11 09:00:00.000000',60,'Library','2026-03-02 09:00:00.000000',NULL,'befe4a30b6f346e093c7b71ef14ba52c');
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
INSERT INTO "circle_guest" VALUES('befe4a30b6f346e093c7b71ef14ba52c','1f48c35a24974a22afe311fd7ee0e72b',NULL,NULL,'26fa18beabff4af8bc2419124d5999b7');
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
INSERT INTO "circular" VALUES('affafc4f1e6c46a6a7d51f80281d0216',NULL,'2026-03-02 09:00:00.000000',1,'{}',X'00011608DE88BB496A97951E018312C8A22F766BA0C11605C5CC741559D7B5D071B833',NULL,X'000100823CC97A293FEE6E2EB1AC7C46D6621E262FDF0771FF448CD8046520A2F3E28CD5541F53148966E65E',NULL,'1030541e33cc4d979f6d20286918ffc1');
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
INSERT INTO "concern" VALUES('affafc4f1e6c46a6a7d51f80281d0216','06638eb6b7894305a2f5818b6976c197','0056993eec6343329916cc234da7fede','partner','2026-03-02 09:00:00.000000','b670f53cbc204952a379ad24354bc587','',X'0001944DB19CAEFC2CF9012DF210CC1B536DC6E5FA58A527DF66FD6E66DBF893554144E9F1C4B1B2FAE1DE82A43B3FA8833C93A8B37EB5AC55EC52',NULL,NULL,1,'c1e30ea245944140bbfdc16f6c36c1ce');
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
INSERT INTO "consent" VALUES('4d1c7a36189c4d2f928f1c1868c0be15','I agree.','en',1,'2026-03-02 09:00:00.000000',NULL,NULL,'169e11a47324461089af9c5d127aacf0');
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
INSERT INTO "enrolment" VALUES('9ccc7589e06a4899b16f2571e34d1fa2','affafc4f1e6c46a6a7d51f80281d0216','mentor','2026-03-02 09:00:00.000000','paired','2026-03-02 09:00:00.000000','',NULL,1,'','',NULL,'["en"]','Utrecht','either','["mon-evening", "wed-evening"]','["job-search"]','["I want to talk about looking for work."]','One good conversation.','["listen"]',0,'[]',NULL,'member',NULL,'','2026-03-02 09:00:00.000000','',NULL,NULL,NULL,NULL,1,'e7992a0037cd4b919451ead1ac500c18');
INSERT INTO "enrolment" VALUES('6fc5c66b3cad48d2b454fe10da4bcc88','affafc4f1e6c46a6a7d51f80281d0216','mentee','2026-03-02 09:00:00.000000','paired','2026-03-02 09:00:00.000000','',NULL,1,'','',NULL,'["en"]','Utrecht','either','["mon-evening", "wed-evening"]','["job-search"]','["I want to talk about looking for work."]','One good conversation.','["listen"]',0,'[]',NULL,'member',NULL,'','2026-03-02 09:00:00.000000','',NULL,NULL,NULL,NULL,1,'29468faa725d44fd86815f94c03c994c');
INSERT INTO "enrolment" VALUES('1f48c35a24974a22afe311fd7ee0e72b','affafc4f1e6c46a6a7d51f80281d0216','mentor','2026-03-02 09:00:00.000000','paired','2026-03-02 09:00:00.000000','',NULL,1,'','',NULL,'["en"]','Utrecht','either','["mon-evening", "wed-evening"]','["job-search"]','["I want to talk about looking for work."]','One good conversation.','["listen"]',0,'[]',NULL,'member',NULL,'','2026-03-02 09:00:00.000000','',NULL,NULL,NULL,NULL,1,'2088101964444961aa41efa1d28b046b');
INSERT INTO "enrolment" VALUES('06638eb6b7894305a2f5818b6976c197','affafc4f1e6c46a6a7d51f80281d0216','mentee','2026-03-02 09:00:00.000000','paired','2026-03-02 09:00:00.000000','',NULL,1,'','',NULL,'["en"]','Utrecht','either','["mon-evening", "wed-evening"]','["job-search"]','["I want to talk about looking for work."]','One good conversation.','["listen"]',0,'[]',NULL,'member',NULL,'','2026-03-02 09:00:00.000000','',NULL,NULL,NULL,NULL,1,'4d1c7a36189c4d2f928f1c1868c0be15');
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
INSERT INTO "expectation" VALUES('b670f53cbc204952a379ad24354bc587','mentee','2026-03-02 09:00:00.000000',X'000164A67B34C61FE9518D5E3AEF3B062D6D0E0C280A8D659FD88263318EEA7ACAAC495050450E205EA18C64425DB536816965C7CF3D2AE2AC79F5D8BDD7019B0A37F233CA7C8967A3E700FA3B21E57F3945E877FAE87F7B7F493A48FD01A59FB6AD6CD0F33768E06539B0EAD547F59167965180956F5DE4977767859DCA12E690BF0D1A08E149EB6A86774DF020','2bf9eb79706e4fd68219cc780e58f2a0');
INSERT INTO "expectation" VALUES('b670f53cbc204952a379ad24354bc587','mentor','2026-03-02 09:00:00.000000',X'0001415FAF05E81FF27E4EF2F480E821A9A9B0504D3D1678841A493578F7E6479C4A0C6928A5BCF3FEC2B1327A61A80F4A13312CCC8FE7E9A89FC71C51EF72A973E7E8B10BDE6FCC02A33D94DC701512417E517DB28EADEC150502ED40F35886BCEC549840E89D0E7F5077E4DD3DD45F76DE558AE66D69DE2341391190ECCA3768540BB9C1F811EC10F0AB716582','54838e6c97f841cdb51251ad1a0c51ef');
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
INSERT INTO "forbidden_pair" VALUES('affafc4f1e6c46a6a7d51f80281d0216','4d1c7a36189c4d2f928f1c1868c0be15','2088101964444961aa41efa1d28b046b','fit',NULL,'2026-03-02 09:00:00.000000',NULL,'1f1a8a48f8614675b74429670e8bdede');
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
INSERT INTO "help_request" VALUES('b670f53cbc204952a379ad24354bc587','2026-03-02 09:00:00.000000','small',NULL,NULL,NULL,NULL,NULL,NULL,X'000136E45ACD2DBE137B047AD7354A6AF476B76D03CDCBD4A973886477618478C9BCFD9497A9D4B21F6787F3AE',NULL,NULL,1,'31ce602e37bc4297b02580f7ae02d6a6');
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
INSERT INTO "import" VALUES('affafc4f1e6c46a6a7d51f80281d0216','0056993eec6343329916cc234da7fede','mentee','people.csv','2026-03-02 09:00:00.000000','ready',0,'[]','',NULL,NULL,1,'f7090de6365844f3aa99f2878140ba8e');
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
INSERT INTO "job" VALUES('match_run','ba195aae9a0e4f1daa2ca1b9c46c76d0','2026-03-02 09:00:00.000000','2026-03-02 09:00:00.000000','parked','{}','parked',0,NULL,0,0.0,'',NULL,0,NULL,NULL,NULL,'348c8ef994a7492287d38b367d806551');
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
INSERT INTO "mail" VALUES('trial','1f2a77e949e843efb164b205b77405ad','',NULL,'reader1@example.org','en','2026-03-02 09:00:00.000000','2026-03-02 09:00:00.000000',X'0001E4614192A4046D9DAB471C6037A6FCB4B57D84D6CCE7FA8BA72CA67C33EAF54C6C3A1A7FB518F48CB358B97FB8C80C2C4BA925CC1873DD037791E2D47E7A7391AA17B0EFA53740E4A4FF4F2CEFFB823BEA7DED6DBAD98DCB23FFD606F7D181193C2F43B34D22B305FB40A0D5E352610932EAADB2905A88C58B77EB3838EE8019713FA2AD6F259486B2987C4A42076001C61B695C2E01A90DC2A5CE558707FE682726899266340853041CAC4E3953B039070B0CB45EE93FC0E08FBA9413EEA51B7A270076F91D415A6CCA723C3CFD02D6FDA04B1000559392215B4FE12B6BDD5C50E4DF23E3C069AD858A78ACA41CC9BF13F9647F40F394118D21914F91ED1E955A157F533F43E6E1213619815FBB8EAD119DE461FF7E4C748F90673BD955164427B053FEA1992D9BD40B997CA2CBEB6307F975EAEC750AE45B53363C80E60E9D4719FC2F29454253724E011EE4553DC07283723C4A7EB7E165721990DA1548D44914362BEA2EFCDEB8EFDC734BB845B9EDD97817E8DCD38060AD06D03728DDED5416ED7E6B8BE3184FFBDC6E5E40D8462A3FF9382A94B17F9D33D4A93F45C436C8CB7B24E7103430FEBDBFB4B4D098B2C8621AA0FF13847D5C19C669267968D0DD12DF8993','essential','must_arrive','queued',0,NULL,0,NULL,NULL,'a766a4968f3f47d4a0d33d2958624a3b');
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
INSERT INTO "match_run" VALUES('affafc4f1e6c46a6a7d51f80281d0216',1,'0056993eec6343329916cc234da7fede','2026-03-02 09:00:00.000000','{"criteria": [{"name": "topics", "kind": "topics", "weight": "decisive", "need": "", "offer": "", "options": {}}, {"name": "words", "kind": "words", "weight": "high", "need": "statements", "offer": "", "options": {}}, {"name": "languages", "kind": "set", "weight": "some", "need": "", "offer": "", "options": {}}, {"name": "availability", "kind": "availability", "weight": "some", "need": "", "offer": "", "options": {"enough": 2}}, {"name": "place", "kind": "place", "weight": "some", "need": "", "offer": "", "options": {}}, {"name": "style", "kind": "set", "weight": "some", "need": "", "offer": "", "options": {"by": "coverage"}}], "rules": [{"kind": "self", "need": "", "offer": "", "criterion": "", "value": 0.0, "pairs": [], "separator": ";", "code": ""}, {"kind": "avoid", "need": "", "offer": "", "criterion": "", "value": 0.0, "pairs": [], "separator": ";", "code": ""}], "objective": "coverage", "use_mentors": false, "floor": 0.0, "encoder": ""}',0,'reviewed',NULL,NULL,NULL,'{}',1.8,1.8,0.0,0.3,'2026-03-02 09:00:00.000000',NULL,1,'ba195aae9a0e4f1daa2ca1b9c46c76d0');
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
INSERT INTO "meeting" VALUES('b670f53cbc204952a379ad24354bc587','2026-03-09 09:00:00.000000',60,'06638eb6b7894305a2f5818b6976c197',0,'Library Neude','planned',NULL,NULL,0,1,'50883fbc7582435caffe363a2384cb33',NULL,NULL);
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
INSERT INTO "member" VALUES('Yara','2026-03-02 09:00:00.000000','member1@example.org','member1@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'7a51706f48b741d9b934dab456e4bf52',1,'06638eb6b7894305a2f5818b6976c197',NULL);
INSERT INTO "member" VALUES('Marijke','2026-03-02 09:00:00.000000','member2@example.org','member2@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'d42ee88c70684b2f868a2d4864674f0b',1,'1f48c35a24974a22afe311fd7ee0e72b',NULL);
INSERT INTO "member" VALUES('Ingrid','2026-03-02 09:00:00.000000','member3@example.org','member3@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'d2acfed92c2a414598587d8c238e220b',1,'9ccc7589e06a4899b16f2571e34d1fa2',NULL);
INSERT INTO "member" VALUES('Hanna','2026-03-02 09:00:00.000000','member4@example.org','member4@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'0294045d012945d18c654566df48b65f',1,'0056993eec6343329916cc234da7fede',NULL);
INSERT INTO "member" VALUES('Otto','2026-03-02 09:00:00.000000','member5@example.org','member5@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'fa7bbfaddd2a4f1daba810f4be559950',1,'3fac188f77cc41d9a7cfdf19e4994f75',NULL);
INSERT INTO "member" VALUES('Bea','2026-03-02 09:00:00.000000','member6@example.org','member6@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'3a0234f48b404f049c5469c4649eeb6d',1,'60f73b703d0b45479c9aceaed35acc55',NULL);
INSERT INTO "member" VALUES('Yara','2026-03-02 09:00:00.000000','member9@example.org','member9@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'cb0f64bb6e8d41b4a44eeac33280dd4b',1,'6fc5c66b3cad48d2b454fe10da4bcc88',NULL);
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
INSERT INTO "one_time_link" VALUES('5b554a7f1f3dfc72075335a09ea27c57a3b249fe429ffd7d2d344786c67e3d4a','06638eb6b7894305a2f5818b6976c197','confirm_email','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'6a389e51a43a42719b7c1be6f1f53400',NULL,NULL);
INSERT INTO "one_time_link" VALUES('cf9c621d7fcc3021a93a9a2fc9e071247ffb0467536d842822b959fc57bafcbb','06638eb6b7894305a2f5818b6976c197','change_email','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'new@example.org',NULL,'096bf8f262b8466cadcfed4c7ccbd150',NULL,NULL);
INSERT INTO "one_time_link" VALUES('e57a588fbf1d9b5df632888bdb36f2ebd8bddae351b2921ae8d88e051b605ecb','06638eb6b7894305a2f5818b6976c197','reset_password','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'b0603023095f41cd91bcc35c5fa862e1',NULL,NULL);
INSERT INTO "one_time_link" VALUES('0b656cc5a55ed43195645e43831a660fdc524547a70d7d4396e046d8dfb08316','06638eb6b7894305a2f5818b6976c197','invitation','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'6ff7e6fdfce848a8990d30f937116dbd',NULL,NULL);
INSERT INTO "one_time_link" VALUES('44ac9f926f7c06f4381775d3775f20c4b276766329aebb4183bffac0f442e9c6','06638eb6b7894305a2f5818b6976c197','revert_email','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'new@example.org',NULL,'99608277ccfc490b991cf0f4e3eea56f',NULL,NULL);
INSERT INTO "one_time_link" VALUES('d0ad39111426811ce243551b172230dd460815264ed3e005e5c46d49b231110c','06638eb6b7894305a2f5818b6976c197','check_in','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000','145d553a9f6a4004a3279d2e999301c9','member1@example.org',NULL,'ed093fa4302146ca8924f4ead8faf581',NULL,NULL);
INSERT INTO "one_time_link" VALUES('7167c0c0294830b871118eea2822a3fdaa18b7ac01fe354f935d81fa8967ee74','06638eb6b7894305a2f5818b6976c197','sign_in','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'5cb6b3f2580649bfa1c9e45a9e722970',NULL,NULL);
INSERT INTO "one_time_link" VALUES('209ce785d1379381306741496620cf42b8a6fdbe267622f8467ac4d9885af9d9','06638eb6b7894305a2f5818b6976c197','connect','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'b3c2b9c23cae48ddafab27fcbb4d96e9',NULL,NULL);
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
INSERT INTO "own_entry" VALUES('b670f53cbc204952a379ad24354bc587','06638eb6b7894305a2f5818b6976c197','2026-03-02 09:00:00.000000',1,0,X'0001FDC436B128C6F458E982EC1EBEAFBD255C32AB54CA2F47D514A219BE4B93E9A3D5635A78BEF64526FDA2D87E4DC8DB3E2682F74709E658E6AADF39E9F5063DED3C88CE221A6A7F6756AF8C2EBB73B663672D5CFCF644',1,'0fcea6ac1fca41e18f569d0c5f379bfc');
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
INSERT INTO "pairing" VALUES('affafc4f1e6c46a6a7d51f80281d0216','e7992a0037cd4b919451ead1ac500c18','29468faa725d44fd86815f94c03c994c','9ccc7589e06a4899b16f2571e34d1fa2','6fc5c66b3cad48d2b454fe10da4bcc88','2026-03-02',182,0,0,14,'active',NULL,NULL,NULL,'2026-03-02','2026-03-02',NULL,NULL,1,'343e40adf53840f89c7cd0a8c5817cef');
INSERT INTO "pairing" VALUES('affafc4f1e6c46a6a7d51f80281d0216','2088101964444961aa41efa1d28b046b','4d1c7a36189c4d2f928f1c1868c0be15','1f48c35a24974a22afe311fd7ee0e72b','06638eb6b7894305a2f5818b6976c197','2026-03-02',182,0,0,14,'active',NULL,NULL,NULL,'2026-02-23','2026-02-23',NULL,NULL,1,'b670f53cbc204952a379ad24354bc587');
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
INSERT INTO "point" VALUES('b670f53cbc204952a379ad24354bc587','goal','mentee','2026-03-02 09:00:00.000000','open',NULL,NULL,X'00016358DA3BD006E79973DF4362E4A2316D699693E9BDAEE56EC4001E2AE253D9633A611845CA7D89126591EDDBE81481CCB1645A48FF9BB1649A73B3959F2F',NULL,1,'45f00aaf111c4f3c9cd05139ebfa75d9');
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
INSERT INTO "programme" VALUES('programme-8','Programme 8','Programma 8','2026-03-02 09:00:00.000000','3fac188f77cc41d9a7cfdf19e4994f75','','','','','open',NULL,NULL,182,'Europe/Amsterdam','["job-search", "job-interviews", "dutch-conversation"]','["nl", "en"]','["online", "in_person"]','{}','[]','coverage',0.0,4,14,10,'[]','I agree.','Ik ga akkoord.',1,'',NULL,'112','113',NULL,1,'bb5994b7739a44408675035c7b753165');
INSERT INTO "programme" VALUES('programme-7','Programme 7','Programma 7','2026-03-02 09:00:00.000000','0056993eec6343329916cc234da7fede','','','','','open',NULL,NULL,182,'Europe/Amsterdam','["job-search", "job-interviews", "dutch-conversation"]','["nl", "en"]','["online", "in_person"]','{}','[]','coverage',0.0,4,14,10,'[]','I agree.','Ik ga akkoord.',1,'',NULL,'112','113',NULL,1,'affafc4f1e6c46a6a7d51f80281d0216');
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
	CONSTRAINT ck_proposal_affinity CHECK (affinity >= 0 AND affinity <= 1), 
	CONSTRAINT uq_proposal_run_id_mentor_enrolment_id_mentee_enrolment_id UNIQUE (run_id, mentor_enrolment_id, mentee_enrolment_id), 
	CONSTRAINT fk_proposal_mentor_enrolment_id_enrolment FOREIGN KEY(mentor_enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE, 
	CONSTRAINT fk_proposal_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT fk_proposal_run_id_match_run FOREIGN KEY(run_id) REFERENCES match_run (id) ON DELETE CASCADE, 
	CONSTRAINT fk_proposal_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE SET NULL, 
	CONSTRAINT fk_proposal_decided_by_id_member FOREIGN KEY(decided_by_id) REFERENCES member (id) ON DELETE SET NULL
);
INSERT INTO "proposal" VALUES('affafc4f1e6c46a6a7d51f80281d0216','ba195aae9a0e4f1daa2ca1b9c46c76d0','2088101964444961aa41efa1d28b046b','4d1c7a36189c4d2f928f1c1868c0be15',NULL,0.6,'2026-03-02 09:00:00.000000','{"contributions": [{"criterion": "topics", "share": 0.4, "value": 1.0, "weight": 0.4, "note": ""}, {"criterion": "words", "share": 0.1, "value": 0.5, "weight": 0.2, "note": ""}, {"criterion": "availability", "share": 0.1, "value": 1.0, "weight": 0.1, "note": ""}], "words": [{"need": "looking", "offer": "work", "weight": 0.2}], "topics_met": ["job-search"], "topics_missing": [], "slots": ["mon-evening"], "alternates": []}','offered',0,NULL,NULL,NULL,'2026-03-02 09:00:00.000000','2026-03-12','pending','pending',NULL,NULL,NULL,NULL,NULL,NULL,'{}',1,'3481943bd74748bdbf2f01c1bd806730',0,'[]',NULL);
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
INSERT INTO "publication" VALUES('ba195aae9a0e4f1daa2ca1b9c46c76d0',NULL,'2026-03-03 09:00:00.000000','2026-03-13','2026-03-02 09:00:00.000000','[]',NULL,NULL,1,'1340d8d271f147a7854c777bd19abc55');
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
INSERT INTO "question" VALUES('3481943bd74748bdbf2f01c1bd806730','mentee','2026-03-02 09:00:00.000000',X'000192C97F252B631944413283A94D1EA975471AC99CDD9786F0EAEC29E737BBD87E4150F500D33E3BB1C57EF454872F743278408F348BCC3A0779',NULL,NULL,NULL,'bab06b33b0a24f45894bbde9452db8f2');
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
INSERT INTO "resource" VALUES('affafc4f1e6c46a6a7d51f80281d0216','2026-03-02 09:00:00.000000','2026-03-02',NULL,'The library','','','','','','','','','',NULL,1,'693ea9fe7f664bf0baba5a2b2ff72472');
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
INSERT INTO "resource_shown" VALUES('b670f53cbc204952a379ad24354bc587','693ea9fe7f664bf0baba5a2b2ff72472','2026-03-02 09:00:00.000000',NULL,'2026-03-02 09:00:00.000000',NULL,NULL,NULL,NULL,'2026-03-02 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,X'00011CADEE3CA8E7F1C6416C936B9C85CE0878098C000845EC93C0A333A496BE85E916AE23502FEA67ED97',1,'ed7e9c1a187f44bcada58d04fe3530ec');
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
INSERT INTO "role_grant" VALUES('0056993eec6343329916cc234da7fede','coordinator','2026-03-02 09:00:00.000000','affafc4f1e6c46a6a7d51f80281d0216',NULL,'79c97a6b7c9f43edbb7d204567d08d23');
INSERT INTO "role_grant" VALUES('3fac188f77cc41d9a7cfdf19e4994f75','coordinator','2026-03-02 09:00:00.000000','bb5994b7739a44408675035c7b753165',NULL,'e41fb5ad9f7e48c786f3b7440ded0de9');
INSERT INTO "role_grant" VALUES('60f73b703d0b45479c9aceaed35acc55','administrator','2026-03-02 09:00:00.000000',NULL,NULL,'6e89ca491be9481999eea8aaed56dbf1');
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
INSERT INTO "rupture" VALUES('b670f53cbc204952a379ad24354bc587','06638eb6b7894305a2f5818b6976c197','145d553a9f6a4004a3279d2e999301c9','2026-03-02 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL,1,'590da37483fe4e35891e206beb2b436e');
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
INSERT INTO "saved_search" VALUES('affafc4f1e6c46a6a7d51f80281d0216','0056993eec6343329916cc234da7fede','Weak 1','','2026-03-02 09:00:00.000000','b70fed958bbc4ab291e79ab3828ed4ba');
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
INSERT INTO "signal" VALUES('W4','145d553a9f6a4004a3279d2e999301c9','affafc4f1e6c46a6a7d51f80281d0216','2026-03-02 09:00:00.000000','2026-03-09','b670f53cbc204952a379ad24354bc587','06638eb6b7894305a2f5818b6976c197',NULL,NULL,NULL,NULL,NULL,1,'80546a3db2374e30ba3cf260771f6e8c');
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
INSERT INTO "takeout" VALUES('06638eb6b7894305a2f5818b6976c197','2026-03-02 09:00:00.000000','2026-03-09 09:00:00.000000','2026-03-02 09:00:00.000000',NULL,X'00014D69EB97FF77477A017E53B64FADAA78EA1FBDBF85818F666A9CF71826C329D53694','6e6e760aa5b24fa8a23486c9f3802f0e');
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
	CONSTRAINT fk_three_way_first_id_member FOREIGN KEY(first_id) REFERENCES member (id) ON DELETE CASCADE, 
	CONSTRAINT fk_three_way_signal_id_signal FOREIGN KEY(signal_id) REFERENCES signal (id) ON DELETE SET NULL, 
	CONSTRAINT fk_three_way_by_id_member FOREIGN KEY(by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_three_way_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE CASCADE, 
	CONSTRAINT fk_three_way_second_entered_by_id_member FOREIGN KEY(second_entered_by_id) REFERENCES member (id) ON DELETE SET NULL, 
	CONSTRAINT fk_three_way_first_entered_by_id_member FOREIGN KEY(first_entered_by_id) REFERENCES member (id) ON DELETE SET NULL
);
INSERT INTO "three_way" VALUES('b670f53cbc204952a379ad24354bc587','06638eb6b7894305a2f5818b6976c197','0056993eec6343329916cc234da7fede','2026-03-02 09:00:00.000000',NULL,NULL,NULL,NULL,X'000184CAF62866224579FB2511275DCE4B16483F5605E1A08D9EEF69EF3BA22A15E807634EFF2B67EAECEBA11326',1,'440a9cb49e2546a78e721d5d2f7d6bd8',NULL,NULL,'','');
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
INSERT INTO "variant" VALUES('affafc4f1e6c46a6a7d51f80281d0216',NULL,'2026-03-02 09:00:00.000000','{"criteria": {}, "rules": [], "objective": "coverage", "floor": 0.0}',NULL,NULL,'{}','3b3ee9a4e0b54945a136136b040ff8bb');
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
INSERT INTO "weighing" VALUES('ba195aae9a0e4f1daa2ca1b9c46c76d0','4d1c7a36189c4d2f928f1c1868c0be15','2088101964444961aa41efa1d28b046b',NULL,'2026-03-02 09:00:00.000000',NULL,'{}','665e809601ad4524a21f003cc10b2e3c');
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
INSERT INTO "you_said" VALUES('affafc4f1e6c46a6a7d51f80281d0216','2026-03-02 09:00:00.000000',NULL,'More time.','An hour more.',1,'0af46e5b40834830a8ae07c2f51f60b1');
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
CREATE INDEX ix_proposal_programme_id_proposal_state ON proposal (programme_id, state);
CREATE INDEX ix_proposal_mentor_enrolment_id_proposal_state ON proposal (mentor_enrolment_id, state);
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
CREATE INDEX ix_proposal_run_id_proposal_affinity_proposal_id ON proposal (run_id, affinity, id);
CREATE INDEX ix_answer_leave_member_id ON answer_leave (member_id);
CREATE INDEX ix_three_way_pairing_id_three_way_asked_at ON three_way (pairing_id, asked_at);
CREATE INDEX ix_second_step_member_id ON second_step (member_id);
COMMIT;
