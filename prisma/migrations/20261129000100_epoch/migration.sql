-- One row: which life of this database clients speak with. It changes when the database was restored or moved (lib/data/epoch.ts), or by hand
-- after a restore that leaves no trace: UPDATE epoch SET nilai = substr(md5(random()::text), 1, 8).
CREATE TABLE epoch (
  satu  BOOLEAN NOT NULL DEFAULT true PRIMARY KEY CHECK (satu),
  nilai TEXT    NOT NULL,
  asal  TEXT
);
INSERT INTO epoch (nilai) VALUES (substr(md5(random()::text || clock_timestamp()::text), 1, 8));
