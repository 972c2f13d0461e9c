-- The index of names as they are written: nobody looks for those any more.
DROP INDEX "pengguna_cari";
