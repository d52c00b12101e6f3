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
INSERT INTO "agreement" VALUES('ce9b575a0e0c470589e6cc901158f5b3','2026-03-02 09:00:00.000000',0,NULL,NULL,NULL,NULL,X'0001CE3895E2F7605EF32887484306636B1B7547371CFCE0F4FECEEF16208069FA8E21CB6B4989A5FB730843515BD08D8F8C13ED198C6A2655347A0BE651715D5A82AEEA706919D106D978D283831FAFD70D01A3F8DFBF0D93E86D6A54669A4CD4BA5030AE48AFA083F0E68B8D2BC7D7D8826A38201E78922003673CAD1813F82C7D3300BC5D529227921BA9FB8C327A501DC9A6ADA23DBF069682D6DC9D1365F518BDD1D61035109F233B5368135B34402E91CEF1D5E89F598FDBCF872BF9B56C4E8ADB60FAFB',1,'b9caa71d2e2b490ebfdeaba40bf697dc');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0008');
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
INSERT INTO "card_shown" VALUES('ce9b575a0e0c470589e6cc901158f5b3','f462d2b1ba434917b2bc7002900fb822','listen','early','listen.early.mentee',1,'2026-03-02 09:00:00.000000','stage','plain',1.0,NULL,NULL,'0ece5690b42b4e55bedb84391cbdcdc9');
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
INSERT INTO "check_in" VALUES('ce9b575a0e0c470589e6cc901158f5b3','f462d2b1ba434917b2bc7002900fb822','mentee',0,'2026-03-02','2026-03-12','pulse','open','["bond", "goal", "safe.A", "listen.A", "empathy.A", "fit", "mood", "talk"]','2026-03-02 09:00:00.000000',NULL,NULL,'',NULL,1,'6616beb68a6b46faa622eed410e02f66',NULL);
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
INSERT INTO "concern" VALUES('7155c48a17234178b14dcebc5a54d9d0','f462d2b1ba434917b2bc7002900fb822','b8dbd2be545f4fffa5bbc9aa3b01313d','partner','2026-03-02 09:00:00.000000','ce9b575a0e0c470589e6cc901158f5b3','',X'00017AB212B3CEDA0A37EF49E454B583AA94482D885C0904B591A087C2EDC77E48A8ABE3CA0155D265C60D4C18E6088919B2D6FDE7692E61476356',NULL,NULL,1,'064424b564c94232872cfe2322f6587f');
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
INSERT INTO "enrolment" VALUES('f8a7e624b2e04cc4bfa1ea592dbd2700','7155c48a17234178b14dcebc5a54d9d0','mentor','2026-03-02 09:00:00.000000','paired','2026-03-02 09:00:00.000000','',NULL,1,'','',NULL,'["en"]','Utrecht','either','["mon-evening", "wed-evening"]','["job-search"]','["I want to talk about looking for work."]','One good conversation.','["listen"]',0,'[]',NULL,'member',NULL,'','2026-03-02 09:00:00.000000','',NULL,NULL,NULL,NULL,1,'85dff9f8408f4df081294fb3d7fb42ba');
INSERT INTO "enrolment" VALUES('0f3ca64b9d5e4137bdf2ba5a532f5247','7155c48a17234178b14dcebc5a54d9d0','mentee','2026-03-02 09:00:00.000000','paired','2026-03-02 09:00:00.000000','',NULL,1,'','',NULL,'["en"]','Utrecht','either','["mon-evening", "wed-evening"]','["job-search"]','["I want to talk about looking for work."]','One good conversation.','["listen"]',0,'[]',NULL,'member',NULL,'','2026-03-02 09:00:00.000000','',NULL,NULL,NULL,NULL,1,'9cc27872595049b5bf4c5038dcf7e7cd');
INSERT INTO "enrolment" VALUES('ead8ac184838463a8fa8a8796d37eecf','7155c48a17234178b14dcebc5a54d9d0','mentor','2026-03-02 09:00:00.000000','paired','2026-03-02 09:00:00.000000','',NULL,1,'','',NULL,'["en"]','Utrecht','either','["mon-evening", "wed-evening"]','["job-search"]','["I want to talk about looking for work."]','One good conversation.','["listen"]',0,'[]',NULL,'member',NULL,'','2026-03-02 09:00:00.000000','',NULL,NULL,NULL,NULL,1,'425481e6a3d247d3988b724f5f28318f');
INSERT INTO "enrolment" VALUES('f462d2b1ba434917b2bc7002900fb822','7155c48a17234178b14dcebc5a54d9d0','mentee','2026-03-02 09:00:00.000000','paired','2026-03-02 09:00:00.000000','',NULL,1,'','',NULL,'["en"]','Utrecht','either','["mon-evening", "wed-evening"]','["job-search"]','["I want to talk about looking for work."]','One good conversation.','["listen"]',0,'[]',NULL,'member',NULL,'','2026-03-02 09:00:00.000000','',NULL,NULL,NULL,NULL,1,'92c3b750537946768c9a222a641fcedd');
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
INSERT INTO "expectation" VALUES('ce9b575a0e0c470589e6cc901158f5b3','mentee','2026-03-02 09:00:00.000000',X'0001D6D138760F7361B70CEB47AD5C170F1E0D98AD6244CEA35C5C89663B5BC715EE23274373BB31FCD68DE224DAF7B81B40D60B2CF2E298AC6E44F40ED64456EA86011CB706A184F97B7B88FA87795A9A97E3F6120E5D812637588C4F4A7C8C70FCF6995607932B95A8BA42661FA17A697E1D189F258CAB37E652D22EA7FA7D675594F22722FA89CDA453B2E9DA','0c270931a88147b29da43c715c7f9d62');
INSERT INTO "expectation" VALUES('ce9b575a0e0c470589e6cc901158f5b3','mentor','2026-03-02 09:00:00.000000',X'0001FEBE0729829E31C94A2BA2CE8478F0E881D10ACA62D6809C340314316C6DF9D1756CA4DD7606F1EADE35624E1AC3ECDE62D6C025CF81DBBE69546E77E818D7724822E45378B989C085478DA71B5246EC9110A8C38CB75E23252A0C97108B5A080B2280DC04D94D978CF354465D0FA91794F45A42E5747DECFB937F2EE2A3EC1397887A4D4979A4CF15ED99ED','c7463f1af7384ca4bb293e22d68f0e22');
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
INSERT INTO "import" VALUES('7155c48a17234178b14dcebc5a54d9d0','b8dbd2be545f4fffa5bbc9aa3b01313d','mentee','people.csv','2026-03-02 09:00:00.000000','ready',0,'[]','',NULL,NULL,1,'665b4942fc5a4f14804f81e1b1ded2e5');
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
INSERT INTO "mail" VALUES('trial','05d47566f22d4cf3a1d1dc5b5dd2ec79','',NULL,'reader1@example.org','en','2026-03-02 09:00:00.000000','2026-03-02 09:00:00.000000',X'00014D9AD36B5A8A4B26125380DDA6783428B9887F87D6F1B077A6CA180CC9604C3EBED1E89A35A2FCB42196EFC02A1EB19FEEF8B950E610A12391ED5DFF4676015B994BC9285F547AF6E98A2583CED44232C4B8186B5F519E584E5307E895DE11E882788032956F0510327DC21BC5C73C9524027F86171BC3463FE8E33E9F1AA94D427EF2B1E8CE2AF05677A3DCCA5F5FBF5D922016631BB0879AB25C56F8517CCCD4B1F1C49D96E776A711FE90AECC38FF791D948A17EA87935FE80CACCB67A52EC86A42718B9CC78795E9C725E42DC92A300E2DF21FEBF755F538EFFF6876522F42305A3EEEAFBBDAC5FF1B084EC65E77E787C00B05041B282E22A8602A3955E00D280D321B1AE7587179C1635DC81BBEA82BA6C1B30BC6ED541DAA9784D964793C29D0E5576585F035A4B8F273A51936CBCC62CD834BC4C3E0073E95AD4099B5E8D1FCB76966B4B77FDC14A328388D8E7B8E2D2682758D9056A62095A8DEF3A3C3616D17124F7CC0FF1DB252A4D778F838D211D77B234528C9AAF9749781AE8FBF9F4D1CCDE55ADECE582809FFB6FA21102F8C33188DF0C05EE5AA9A1373A57A17D112ABB6523325747F935C3690479756A6113E451F211BA68EDCFF3F244F54E67B7EC00C','essential','must_arrive','queued',0,NULL,0,NULL,NULL,'5cfb718f05234d848962c3c4cd6f8dd7');
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
INSERT INTO "match_run" VALUES('7155c48a17234178b14dcebc5a54d9d0',1,'b8dbd2be545f4fffa5bbc9aa3b01313d','2026-03-02 09:00:00.000000','{"criteria": [{"name": "topics", "kind": "topics", "weight": "decisive", "need": "", "offer": "", "options": {}}, {"name": "words", "kind": "words", "weight": "high", "need": "statements", "offer": "", "options": {}}, {"name": "languages", "kind": "set", "weight": "some", "need": "", "offer": "", "options": {}}, {"name": "availability", "kind": "availability", "weight": "some", "need": "", "offer": "", "options": {"enough": 2}}, {"name": "place", "kind": "place", "weight": "some", "need": "", "offer": "", "options": {}}, {"name": "style", "kind": "set", "weight": "some", "need": "", "offer": "", "options": {"by": "coverage"}}], "rules": [{"kind": "self", "need": "", "offer": "", "criterion": "", "value": 0.0, "pairs": [], "separator": ";", "code": ""}, {"kind": "avoid", "need": "", "offer": "", "criterion": "", "value": 0.0, "pairs": [], "separator": ";", "code": ""}], "objective": "coverage", "use_mentors": false, "floor": 0.0, "encoder": ""}',0,'reviewed',NULL,NULL,NULL,'{}',1.8,1.8,0.0,0.3,'2026-03-02 09:00:00.000000',NULL,1,'81f193ee2c324881aaa4018fd034dd67');
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
INSERT INTO "meeting" VALUES('ce9b575a0e0c470589e6cc901158f5b3','2026-03-09 09:00:00.000000',60,'f462d2b1ba434917b2bc7002900fb822',0,'Library Neude','planned',NULL,NULL,0,1,'f61f41481e3744b2b4c0042fe39009b7',NULL,NULL);
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
	id CHAR(32) NOT NULL, 
	CONSTRAINT pk_member PRIMARY KEY (id), 
	CONSTRAINT uq_member_email_key UNIQUE (email_key)
);
INSERT INTO "member" VALUES('Yara','2026-03-02 09:00:00.000000','member1@example.org','member1@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'5b4e4ea3874d443b9bd5668bd14551cb',1,'f462d2b1ba434917b2bc7002900fb822');
INSERT INTO "member" VALUES('Marijke','2026-03-02 09:00:00.000000','member2@example.org','member2@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'8aef50e6c1f84fecbaac5ccd4aae9faa',1,'ead8ac184838463a8fa8a8796d37eecf');
INSERT INTO "member" VALUES('Ingrid','2026-03-02 09:00:00.000000','member3@example.org','member3@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'36b5563ea1ea4a4b88a11104bdda1c81',1,'f8a7e624b2e04cc4bfa1ea592dbd2700');
INSERT INTO "member" VALUES('Hanna','2026-03-02 09:00:00.000000','member4@example.org','member4@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'eb814fde296d4d04a55715b4cef5bd17',1,'b8dbd2be545f4fffa5bbc9aa3b01313d');
INSERT INTO "member" VALUES('Otto','2026-03-02 09:00:00.000000','member5@example.org','member5@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'3f7b775b3d07406da5c9fb1367723a9d',1,'897f14b11654407b875c98eb519ab6a5');
INSERT INTO "member" VALUES('Bea','2026-03-02 09:00:00.000000','member6@example.org','member6@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'da52b965837a49f38abdb99856c5cd51',1,'bf08d0393de34e2ca3e96469aa2414e7');
INSERT INTO "member" VALUES('Yara','2026-03-02 09:00:00.000000','member9@example.org','member9@example.org','2026-03-02 09:00:00.000000',NULL,'','en','Europe/Amsterdam',NULL,NULL,0,'cab3e7b50515498c9481af2c960ad258',1,'0f3ca64b9d5e4137bdf2ba5a532f5247');
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
INSERT INTO "one_time_link" VALUES('d56e94be6864fffc40272bd431353a9c79304857d91b2ebdf4f2444e21be2925','f462d2b1ba434917b2bc7002900fb822','confirm_email','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'30e3a636ec4841c4a1137af49a7397f2');
INSERT INTO "one_time_link" VALUES('1192e439c5a3d03e335ba4552f6892f8a3f132c56e07cde0b9911a60e6995b78','f462d2b1ba434917b2bc7002900fb822','change_email','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'new@example.org',NULL,'67adb16b08e84d3b902fa107f52d793b');
INSERT INTO "one_time_link" VALUES('1f6079759f29c9729958a4fb07a0d86bec111763d792ee2ce8bc2aaf681f6995','f462d2b1ba434917b2bc7002900fb822','reset_password','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'999c30fcd47840078980c033b6a6898c');
INSERT INTO "one_time_link" VALUES('8097ca2a55ed1e34c1d225b70ed6c406d0e2e9b73651f234cc9cda555f8a417c','f462d2b1ba434917b2bc7002900fb822','invitation','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'member1@example.org',NULL,'4b357549ef744da581502c0da604930c');
INSERT INTO "one_time_link" VALUES('66c4316138312ef5fe7584bad7a4cd217aa97ff3a40b21fb0eb6b55e333146b3','f462d2b1ba434917b2bc7002900fb822','revert_email','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000',NULL,'new@example.org',NULL,'c388c73573614005a51f289d869e6285');
INSERT INTO "one_time_link" VALUES('95f3250af22d69db26323015471188657ebe100a1fd208b346e882e90763f726','f462d2b1ba434917b2bc7002900fb822','check_in','2026-03-02 09:00:00.000000','2026-03-12 09:00:00.000000','6616beb68a6b46faa622eed410e02f66','member1@example.org',NULL,'15ef97224fb447aba655c949baece0b1');
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
INSERT INTO "pairing" VALUES('7155c48a17234178b14dcebc5a54d9d0','85dff9f8408f4df081294fb3d7fb42ba','9cc27872595049b5bf4c5038dcf7e7cd','f8a7e624b2e04cc4bfa1ea592dbd2700','0f3ca64b9d5e4137bdf2ba5a532f5247','2026-03-02',182,0,0,14,'active',NULL,NULL,NULL,'2026-03-02','2026-03-02',NULL,NULL,1,'5ac7ddcec7214f20888c51dcb3777db7');
INSERT INTO "pairing" VALUES('7155c48a17234178b14dcebc5a54d9d0','425481e6a3d247d3988b724f5f28318f','92c3b750537946768c9a222a641fcedd','ead8ac184838463a8fa8a8796d37eecf','f462d2b1ba434917b2bc7002900fb822','2026-03-02',182,0,0,14,'active',NULL,NULL,NULL,'2026-02-23','2026-02-23',NULL,NULL,1,'ce9b575a0e0c470589e6cc901158f5b3');
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
INSERT INTO "programme" VALUES('programme-8','Programme 8','Programma 8','2026-03-02 09:00:00.000000','897f14b11654407b875c98eb519ab6a5','','','','','open',NULL,NULL,182,'Europe/Amsterdam','["job-search", "job-interviews", "dutch-conversation"]','["nl", "en"]','["online", "in_person"]','{}','[]','coverage',0.0,4,14,10,'[]','I agree.','Ik ga akkoord.',1,'',NULL,'112','113',NULL,1,'3272fb2c6ba14da0a6f37c3aadd9048a');
INSERT INTO "programme" VALUES('programme-7','Programme 7','Programma 7','2026-03-02 09:00:00.000000','b8dbd2be545f4fffa5bbc9aa3b01313d','','','','','open',NULL,NULL,182,'Europe/Amsterdam','["job-search", "job-interviews", "dutch-conversation"]','["nl", "en"]','["online", "in_person"]','{}','[]','coverage',0.0,4,14,10,'[]','I agree.','Ik ga akkoord.',1,'',NULL,'112','113',NULL,1,'7155c48a17234178b14dcebc5a54d9d0');
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
	CONSTRAINT uq_proposal_run_id_mentor_enrolment_id_mentee_enrolment_id UNIQUE (run_id, mentor_enrolment_id, mentee_enrolment_id), 
	CONSTRAINT fk_proposal_run_id_match_run FOREIGN KEY(run_id) REFERENCES match_run (id) ON DELETE CASCADE, 
	CONSTRAINT fk_proposal_pairing_id_pairing FOREIGN KEY(pairing_id) REFERENCES pairing (id) ON DELETE SET NULL, 
	CONSTRAINT fk_proposal_mentee_enrolment_id_enrolment FOREIGN KEY(mentee_enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE, 
	CONSTRAINT fk_proposal_mentor_enrolment_id_enrolment FOREIGN KEY(mentor_enrolment_id) REFERENCES enrolment (id) ON DELETE CASCADE, 
	CONSTRAINT fk_proposal_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id) ON DELETE CASCADE, 
	CONSTRAINT ck_proposal_affinity CHECK (affinity >= 0 AND affinity <= 1), 
	CONSTRAINT fk_proposal_decided_by_id_member FOREIGN KEY(decided_by_id) REFERENCES member (id) ON DELETE SET NULL
);
INSERT INTO "proposal" VALUES('7155c48a17234178b14dcebc5a54d9d0','81f193ee2c324881aaa4018fd034dd67','425481e6a3d247d3988b724f5f28318f','92c3b750537946768c9a222a641fcedd',NULL,0.6,'2026-03-02 09:00:00.000000','{"contributions": [{"criterion": "topics", "share": 0.4, "value": 1.0, "weight": 0.4, "note": ""}, {"criterion": "words", "share": 0.1, "value": 0.5, "weight": 0.2, "note": ""}, {"criterion": "availability", "share": 0.1, "value": 1.0, "weight": 0.1, "note": ""}], "words": [{"need": "looking", "offer": "work", "weight": 0.2}], "topics_met": ["job-search"], "topics_missing": [], "slots": ["mon-evening"], "alternates": []}','offered',0,NULL,NULL,NULL,'2026-03-02 09:00:00.000000','2026-03-12','pending','pending',NULL,NULL,NULL,NULL,NULL,NULL,'{}',1,'7d6a1824f11e4b1ea805ee37e74a8c4f',0,'[]',NULL);
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
INSERT INTO "question" VALUES('7d6a1824f11e4b1ea805ee37e74a8c4f','mentee','2026-03-02 09:00:00.000000',X'000103A03BC39EC9CD48815778840228979F6BC6591421CB59616FB5690D6A0067838C20F70ED87A36F1163E649AB1DD4DF1EA8E6B338C5BE50CEE',NULL,NULL,NULL,'0d571a394c854113b3ff7f0da6531db8');
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
INSERT INTO "role_grant" VALUES('b8dbd2be545f4fffa5bbc9aa3b01313d','coordinator','2026-03-02 09:00:00.000000','7155c48a17234178b14dcebc5a54d9d0',NULL,'1e7afa68a63341f493464a0e76e956c1');
INSERT INTO "role_grant" VALUES('897f14b11654407b875c98eb519ab6a5','coordinator','2026-03-02 09:00:00.000000','3272fb2c6ba14da0a6f37c3aadd9048a',NULL,'76eadbb32c694bc9be4df084039ada93');
INSERT INTO "role_grant" VALUES('bf08d0393de34e2ca3e96469aa2414e7','administrator','2026-03-02 09:00:00.000000',NULL,NULL,'77ba69d01e44483ca3282dfbef9912cc');
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
INSERT INTO "signal" VALUES('W4','6616beb68a6b46faa622eed410e02f66','7155c48a17234178b14dcebc5a54d9d0','2026-03-02 09:00:00.000000','2026-03-09','ce9b575a0e0c470589e6cc901158f5b3','f462d2b1ba434917b2bc7002900fb822',NULL,NULL,NULL,NULL,NULL,1,'39ab3a9f189f462f9ac0977a2bc0f7b8');
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
INSERT INTO "takeout" VALUES('f462d2b1ba434917b2bc7002900fb822','2026-03-02 09:00:00.000000','2026-03-09 09:00:00.000000','2026-03-02 09:00:00.000000',NULL,X'000118D28DCEB76B9331533372AB30A772BBF37547DF63E257B49C1FCF444F014957C1CB','be15f0b3b6f8422682a92fdc7e8389b6');
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
COMMIT;
