-- without a transaction: nobody who books waits for it. What a dokter must see before anything else.
CREATE INDEX CONCURRENTLY "konsultasi_mendesak" ON "konsultasi" ("dokter_id") WHERE "mendesak" AND "status" IN ('pending', 'active');
