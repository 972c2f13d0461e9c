-- without a transaction: nobody who marks waits for it. What rings for a dokter, which each of their pages asks for.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "penanda_berdering" ON "penanda" ("dokter_id", "berdering_pada") WHERE "berdering_pada" IS NOT NULL;
