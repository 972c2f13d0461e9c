import { readSediaan, type Sediaan } from './sediaan'

/**
 * Names of medicines, with the forms and strengths in which they are usual. Sources: generic names, forms and strengths as Formularium Nasional
 * has them (KMK HK.01.07/MENKES/2197/2023) and what is registered with BPOM; English names as WHO's INN; brands as they are registered.
 * Compiled by hand 2026-11-29, forms and strengths 2026-11-30, from what is known of them and not line by line from the annex: what is here says
 * neither that JKN pays for it nor that there is no other strength. Where we were not sure of a form or a strength it is left out, and so are
 * medicines that are no longer sold alone (dekstrometorfan). What is not here is free text.
 * A row has its substances, joined by `+`, then other names and brands, then behind `|` its forms with their strengths. What differs only in
 * spelling is not repeated (nama-obat.ts).
 */
export const SUMBER_OBAT = {
  sumber:
    'Formularium Nasional (KMK HK.01.07/MENKES/2197/2023), INN (WHO), names, forms and strengths registered with BPOM; compiled by hand, not line by line.',
  tanggal: '2026-11-30',
} as const

/** Groups that an allergy may name: it then means all of their members. */
export const KELAS_OBAT = ['penisilin', 'sefalosporin', 'sulfa', 'nsaid'] as const
export type KelasObat = (typeof KELAS_OBAT)[number]

/** What people call a group. */
export const NAMA_KELAS: Readonly<Record<KelasObat, readonly string[]>> = {
  penisilin: ['penisilin', 'penicillins', 'penisilina'],
  sefalosporin: ['sefalosporin', 'cephalosporin', 'cefalosporin', 'cephalosporins'],
  sulfa: ['sulfa', 'sulpha', 'sulfonamid', 'sulfonamide', 'sulfonamides', 'sulphonamide'],
  nsaid: ['nsaid', 'nsaids', 'ains', 'oains', 'antiinflamasi nonsteroid', 'anti inflamasi non steroid', 'antiinflamasi nonsteroidal'],
}

const PENISILIN = `
  amoksisilin: amoxsan, yusimox, kalmoxillin, amoxil, hufanoxil, lapimox, amoxilin, amoksilin | kapsul 250 mg; tablet 500 mg; sirup kering 125 mg/5 ml, 250 mg/5 ml; tetes 100 mg/ml
  amoksisilin + asam klavulanat: augmentin, koamoksiklav, co amoxiclav, amoxiclav, clavulanate, amoxicillin clavulanic acid, clavamox, claneksi | tablet 500 mg/125 mg; sirup kering 125 mg/31,25 mg per 5 ml
  ampisilin: viccillin | kapsul 250 mg, 500 mg; sirup kering 125 mg/5 ml; serbuk injeksi 500 mg, 1 g
  ampisilin + sulbaktam: unasyn
  sultamisilin | tablet 375 mg
  benzilpenisilin: penisilin g
  benzatin benzilpenisilin: benzathine penicillin, penadur | serbuk injeksi 1.200.000 IU, 2.400.000 IU
  prokain benzilpenisilin: procaine penicillin | serbuk injeksi 3.000.000 IU
  fenoksimetilpenisilin: penisilin v | tablet 250 mg, 500 mg
  kloksasilin | kapsul 250 mg, 500 mg
  dikloksasilin
  flukloksasilin
  oksasilin
  piperasilin
  piperasilin + tazobaktam: tazocin
  tikarsilin
  sulbenisilin`

const SEFALOSPORIN = `
  sefadroksil: duricef | kapsul 250 mg, 500 mg; sirup kering 125 mg/5 ml, 250 mg/5 ml
  sefaleksin: cephalexin | kapsul 250 mg, 500 mg; sirup kering 125 mg/5 ml
  sefazolin: cephazolin | serbuk injeksi 1 g
  sefradin: cephradine
  sefaklor | kapsul 500 mg; sirup kering 125 mg/5 ml
  sefuroksim: zinnat | tablet 250 mg, 500 mg
  sefprozil
  sefiksim: cefspan, fixiphar | kapsul 100 mg, 200 mg; sirup kering 100 mg/5 ml
  sefotaksim: claforan | serbuk injeksi 500 mg, 1 g
  seftriakson: rocephin | serbuk injeksi 1 g
  seftazidim: fortum | serbuk injeksi 1 g
  seftizoksim: cefizox
  sefoperazon | serbuk injeksi 1 g
  sefoperazon + sulbaktam
  sefdinir
  sefditoren
  sefpodoksim
  sefepim: maxipime | serbuk injeksi 1 g
  sefpirom
  seftibuten
  seftarolin`

const SULFA = `
  sulfametoksazol + trimetoprim: kotrimoksazol, co trimoxazole, bactrim, sanprima | tablet 100 mg/20 mg, 400 mg/80 mg, 800 mg/160 mg; suspensi 200 mg/40 mg per 5 ml
  sulfametoksazol
  sulfadiazin: silver sulfadiazine, perak sulfadiazin, burnazin | krim 1%
  sulfadoksin + pirimetamin: fansidar | tablet 500 mg/25 mg
  sulfadoksin
  sulfasalazin: sulcolon | tablet 500 mg
  sulfasetamid: sulphacetamide`

const NSAID = `
  ibuprofen: proris, bufect, brufen, farsifen | tablet 200 mg, 400 mg; suspensi 100 mg/5 ml, 200 mg/5 ml
  asam mefenamat: mefenamic acid, mefenamat, mefenamic, ponstan, mefinal | kapsul 250 mg; tablet 500 mg
  diklofenak: natrium diklofenak, kalium diklofenak, voltaren, voltadex, cataflam | tablet 25 mg, 50 mg; gel 1%
  piroksikam: feldene | kapsul 10 mg, 20 mg; gel 0,5%
  tenoksikam
  meloksikam: movi cox, artrilox | tablet 7,5 mg, 15 mg
  ketoprofen: kaltrofen, profenid, pronalges | kapsul 50 mg; tablet 100 mg; supositoria 100 mg; gel 2,5%
  deksketoprofen | tablet 25 mg; injeksi 25 mg/ml
  ketorolak: toradol | tablet 10 mg; injeksi 10 mg/ml, 30 mg/ml
  naproksen
  indometasin | kapsul 25 mg
  etodolak
  nabumeton
  flurbiprofen
  selekoksib: celebrex | kapsul 100 mg, 200 mg
  etorikoksib: arcoxia | tablet 60 mg, 90 mg, 120 mg
  parekoksib: dynastat | serbuk injeksi 40 mg
  asetosal: aspirin, asam asetilsalisilat, acetylsalicylic acid, aspilets, aspilet, thrombo aspilets, cardio aspirin, ascardia, miniaspi, bodrexin, inzana | tablet 80 mg, 100 mg, 500 mg
  metamizol: antalgin, novalgin, dipiron, metampiron, metamizole sodium | tablet 500 mg; injeksi 500 mg/ml
  parasetamol + ibuprofen: neo rheumacyl, oskadon sp, paramex nyeri otot
  parasetamol + ibuprofen + kafein: bodrex extra
  parasetamol + propifenazon + kafein: saridon, bodrex migra
  parasetamol + propifenazon + kafein + deksklorfeniramin: paramex`

const LAINNYA = `
  parasetamol: asetaminofen, panadol, sanmol, pamol, tempra, sumagesic, biogesic, praxion, termorex, dumin | tablet 500 mg; sirup 120 mg/5 ml, 160 mg/5 ml, 250 mg/5 ml; tetes 100 mg/ml; supositoria 125 mg; infus 10 mg/ml
  parasetamol + kafein: panadol extra, bodrex, oskadon | tablet 500 mg/65 mg
  parasetamol + fenilpropanolamin + klorfeniramin: decolgen
  parasetamol + salisilamida + fenilpropanolamin + klorfeniramin: neozep, neozep forte
  parasetamol + klorfeniramin + fenilefrin: mixagrip
  parasetamol + pseudoefedrin + klorfeniramin: procold
  tramadol: tramal | kapsul 50 mg; injeksi 50 mg/ml
  tramadol + parasetamol: ultracet | tablet 37,5 mg/325 mg
  siprofloksasin: cipro, ciproxin, baquinor | tablet 250 mg, 500 mg; infus 2 mg/ml
  levofloksasin: cravit | tablet 250 mg, 500 mg, 750 mg; infus 5 mg/ml; tetes mata 0,5%
  ofloksasin: tarivid | tablet 200 mg, 400 mg; tetes telinga 0,3%
  moksifloksasin: avelox | tablet 400 mg
  azitromisin: zithromax | kapsul 250 mg; tablet 500 mg; sirup kering 200 mg/5 ml
  eritromisin: erysanbe, erythrocin | kapsul 250 mg; tablet 500 mg; sirup kering 200 mg/5 ml
  klaritromisin: abbotic | tablet 250 mg, 500 mg; sirup kering 125 mg/5 ml
  roksitromisin | tablet 150 mg
  spiramisin | tablet 500 mg
  klindamisin: dalacin | kapsul 150 mg, 300 mg
  linkomisin: lincocin | kapsul 250 mg, 500 mg
  doksisiklin: vibramycin | kapsul 100 mg
  tetrasiklin | kapsul 250 mg, 500 mg; salep mata 1%
  minosiklin
  kloramfenikol: colsancetine, kalmicetine | kapsul 250 mg; suspensi 125 mg/5 ml; tetes mata 0,5%; salep mata 1%; tetes telinga 3%
  tiamfenikol: thiamycin, biothicol | kapsul 250 mg, 500 mg; sirup 125 mg/5 ml
  gentamisin: garamycin | injeksi 40 mg/ml; krim 0,1%; salep 0,1%; tetes mata 0,3%; salep mata 0,3%
  amikasin | injeksi 250 mg/ml
  tobramisin | tetes mata 0,3%
  neomisin
  streptomisin | serbuk injeksi 1 g
  meropenem | serbuk injeksi 500 mg, 1 g
  vankomisin | serbuk injeksi 500 mg
  fosfomisin
  nitrofurantoin
  metronidazol: flagyl | tablet 250 mg, 500 mg; suspensi 125 mg/5 ml; supositoria 500 mg; infus 5 mg/ml
  trimetoprim
  mupirosin: bactroban | salep 2%
  asam fusidat: fusidic acid, natrium fusidat, fucidin | krim 2%; salep 2%
  nistatin: mycostatin, candistin | suspensi 100.000 IU/ml; tablet 500.000 IU; tablet vaginal 100.000 IU
  ketokonazol: nizoral, mycoral, formyco | tablet 200 mg; krim 2%; sampo 2%
  mikonazol: daktarin | krim 2%; serbuk tabur 2%
  klotrimazol: canesten | krim 1%
  flukonazol: diflucan | kapsul 50 mg, 150 mg; infus 2 mg/ml
  itrakonazol: sporanox | kapsul 100 mg
  griseofulvin | tablet 125 mg, 500 mg
  terbinafin: lamisil | tablet 250 mg; krim 1%
  asiklovir: zovirax | tablet 200 mg, 400 mg; krim 5%; salep mata 3%
  valasiklovir: valtrex | tablet 500 mg
  oseltamivir: tamiflu | kapsul 75 mg
  favipiravir: avigan | tablet 200 mg
  tenofovir | tablet 300 mg
  lamivudin | tablet 150 mg
  efavirenz | tablet 200 mg, 600 mg
  dolutegravir | tablet 50 mg
  zidovudin | kapsul 100 mg; tablet 300 mg
  nevirapin | tablet 200 mg
  isoniazid: inh | tablet 100 mg, 300 mg
  rifampisin | kapsul 300 mg, 450 mg; tablet 600 mg
  pirazinamid | tablet 500 mg
  etambutol | tablet 250 mg, 500 mg
  klorokuin: chloroquine | tablet 250 mg
  hidroksiklorokuin: hydroxychloroquine, plaquenil | tablet 200 mg
  primakuin: primaquine | tablet 15 mg
  kinin: quinine | tablet 200 mg
  artemeter + lumefantrin: coartem | tablet 20 mg/120 mg
  dihidroartemisinin + piperakuin | tablet 40 mg/320 mg
  albendazol | tablet 400 mg; suspensi 200 mg/5 ml
  mebendazol: vermox | tablet 100 mg, 500 mg; sirup 100 mg/5 ml
  pirantel pamoat: pirantel, combantrin | tablet 125 mg, 250 mg; suspensi 125 mg/5 ml
  prazikuantel: praziquantel | tablet 600 mg
  dietilkarbamazin | tablet 100 mg
  ivermektin
  permetrin: scabimite | krim 5%
  deksametason: oradexon | tablet 0,5 mg, 0,75 mg; injeksi 5 mg/ml
  prednison | tablet 5 mg
  prednisolon
  metilprednisolon: medrol, medixon, lameson, sanexon | tablet 4 mg, 8 mg, 16 mg; serbuk injeksi 125 mg
  hidrokortison | krim 1%, 2,5%; serbuk injeksi 100 mg
  betametason | krim 0,1%; salep 0,1%
  triamsinolon: kenacort, kenalog | tablet 4 mg; pasta 0,1%; injeksi 10 mg/ml, 40 mg/ml
  mometason: elocon | krim 0,1%; salep 0,1%
  desoksimetason: desoximetasone | krim 0,25%
  klobetasol | krim 0,05%; salep 0,05%
  flutikason: flixotide | inhaler 50 mcg/dosis, 125 mcg/dosis
  budesonid: pulmicort | inhaler 100 mcg/dosis, 200 mcg/dosis; cairan inhalasi 0,25 mg/ml, 0,5 mg/ml
  budesonid + formoterol: symbicort | inhaler 80 mcg/4,5 mcg, 160 mcg/4,5 mcg
  salmeterol + flutikason: seretide | inhaler 25 mcg/50 mcg, 25 mcg/125 mcg; serbuk inhalasi 50 mcg/100 mcg, 50 mcg/250 mcg, 50 mcg/500 mcg
  setirizin: zyrtec, ryzen, ozen | tablet 10 mg; sirup 5 mg/5 ml; tetes 10 mg/ml
  levosetirizin: xyzal | tablet 5 mg
  loratadin: claritin | tablet 10 mg; sirup 5 mg/5 ml
  desloratadin: aerius | tablet 5 mg; sirup 0,5 mg/ml
  feksofenadin: telfast | tablet 120 mg, 180 mg
  klorfeniramin: ctm, klorfeniramin maleat, chlorpheniramine maleate, klorfenamin | tablet 4 mg
  deksklorfeniramin | tablet 2 mg
  difenhidramin: benadryl | injeksi 10 mg/ml
  dimenhidrinat: dramamine, antimo | tablet 50 mg
  hidroksizin: iterax | tablet 25 mg
  siproheptadin | tablet 4 mg
  prometazin
  triprolidin
  mebhidrolin: interhistin | tablet 50 mg
  omeprazol: losec | kapsul 20 mg; serbuk injeksi 40 mg
  esomeprazol: nexium | tablet 20 mg, 40 mg
  lansoprazol: prosogan | kapsul 30 mg
  pantoprazol: pantozol | tablet 20 mg, 40 mg; serbuk injeksi 40 mg
  rabeprazol: pariet | tablet 10 mg, 20 mg
  ranitidin: zantac, acran | tablet 150 mg; injeksi 25 mg/ml
  famotidin | tablet 20 mg, 40 mg
  simetidin | tablet 200 mg
  sukralfat: inpepsa | tablet 500 mg; suspensi 500 mg/5 ml
  aluminium hidroksida + magnesium hidroksida: antasida, antacid, antasida doen, mylanta, polysilane | tablet kunyah 200 mg/200 mg; suspensi 200 mg/200 mg per 5 ml
  domperidon: vometa, motilium | tablet 10 mg; suspensi 5 mg/5 ml; tetes 5 mg/ml
  metoklopramid: primperan | tablet 5 mg, 10 mg; sirup 5 mg/5 ml; injeksi 5 mg/ml
  ondansetron: zofran, narfoz | tablet 4 mg, 8 mg; injeksi 2 mg/ml
  loperamid: imodium | tablet 2 mg
  attapulgit: new diatabs, entrostop | tablet 600 mg
  kaolin + pektin
  oralit: ors, garam oralit | serbuk
  zinc: seng sulfat, zinc sulfate, zinkid, zincpro | tablet 20 mg; sirup 20 mg/5 ml
  bisakodil: dulcolax | tablet 5 mg; supositoria 5 mg, 10 mg
  laktulosa: lactulose | sirup 3,335 g/5 ml
  hiosin butilbromida: hyoscine butylbromide, skopolamin butilbromida, buscopan | tablet 10 mg; injeksi 20 mg/ml
  asam ursodeoksikolat: ursodeoxycholic acid | kapsul 250 mg
  metformin: glucophage | tablet 500 mg, 850 mg; tablet lepas lambat 500 mg, 750 mg
  glibenklamid: daonil | tablet 2,5 mg, 5 mg
  glimepirid: amaryl | tablet 1 mg, 2 mg, 3 mg, 4 mg
  gliklazid: diamicron | tablet 80 mg; tablet lepas lambat 30 mg, 60 mg
  glikuidon: gliquidone, glurenorm | tablet 30 mg
  glipizid | tablet 5 mg
  akarbose: glucobay | tablet 50 mg, 100 mg
  pioglitazon: actos | tablet 15 mg, 30 mg
  sitagliptin: januvia | tablet 50 mg, 100 mg
  vildagliptin: galvus | tablet 50 mg
  linagliptin: trajenta | tablet 5 mg
  empagliflozin: jardiance | tablet 10 mg, 25 mg
  dapagliflozin: forxiga | tablet 5 mg, 10 mg
  insulin aspart: novorapid | injeksi 100 IU/ml
  insulin lispro: humalog | injeksi 100 IU/ml
  insulin glulisin: apidra | injeksi 100 IU/ml
  insulin glargin: lantus | injeksi 100 IU/ml
  insulin detemir: levemir | injeksi 100 IU/ml
  amlodipin: norvask, norvasc | tablet 5 mg, 10 mg
  nifedipin: adalat | tablet 10 mg; tablet lepas lambat 30 mg
  nikardipin | injeksi 1 mg/ml
  diltiazem: herbesser | tablet 30 mg; kapsul lepas lambat 100 mg, 200 mg
  verapamil: isoptin | tablet 80 mg; tablet lepas lambat 240 mg
  kaptopril: capoten | tablet 12,5 mg, 25 mg, 50 mg
  enalapril | tablet 5 mg, 10 mg
  lisinopril | tablet 5 mg, 10 mg, 20 mg
  ramipril | tablet 2,5 mg, 5 mg, 10 mg
  perindopril | tablet 5 mg
  imidapril: tanapres | tablet 5 mg, 10 mg
  kandesartan: blopress | tablet 8 mg, 16 mg
  valsartan: diovan | tablet 80 mg, 160 mg
  losartan: cozaar | tablet 50 mg, 100 mg
  irbesartan: aprovel | tablet 150 mg, 300 mg
  telmisartan: micardis | tablet 40 mg, 80 mg
  bisoprolol: concor | tablet 2,5 mg, 5 mg, 10 mg
  propranolol: inderal | tablet 10 mg, 40 mg
  atenolol: tenormin | tablet 50 mg, 100 mg
  metoprolol | tablet 50 mg, 100 mg
  karvedilol: carvedilol | tablet 6,25 mg, 25 mg
  klonidin: catapres | tablet 0,15 mg; injeksi 150 mcg/ml
  metildopa: dopamet | tablet 250 mg
  furosemid: lasix | tablet 40 mg; injeksi 10 mg/ml
  spironolakton: aldactone | tablet 25 mg, 100 mg
  hidroklorotiazid: hct | tablet 25 mg
  manitol | infus 20%
  simvastatin: zocor | tablet 10 mg, 20 mg
  atorvastatin: lipitor | tablet 10 mg, 20 mg, 40 mg
  rosuvastatin: crestor | tablet 10 mg, 20 mg
  pravastatin | tablet 10 mg, 20 mg
  fenofibrat | kapsul 100 mg, 300 mg
  gemfibrozil: lopid | kapsul 300 mg; tablet 600 mg
  alopurinol: zyloric | tablet 100 mg, 300 mg
  febuksostat: febuxostat | tablet 40 mg, 80 mg
  kolkisin: colchicine | tablet 0,5 mg
  klopidogrel: plavix | tablet 75 mg
  tikagrelor: brilinta | tablet 90 mg
  silostazol: pletaal | tablet 50 mg, 100 mg
  warfarin: simarc | tablet 2 mg
  rivaroksaban: xarelto | tablet 10 mg, 15 mg, 20 mg
  heparin | injeksi 5.000 IU/ml
  enoksaparin: lovenox | injeksi 20 mg/0,2 ml, 40 mg/0,4 ml, 60 mg/0,6 ml
  digoksin: lanoxin | tablet 0,25 mg
  amiodaron | tablet 200 mg; injeksi 50 mg/ml
  isosorbid dinitrat: isdn, cedocard | tablet sublingual 5 mg; tablet 10 mg
  gliseril trinitrat: nitrogliserin | tablet sublingual 0,5 mg; kapsul lepas lambat 2,5 mg, 5 mg
  dekstrometorfan
  ambroksol: mucopect | tablet 30 mg; sirup 15 mg/5 ml, 30 mg/5 ml
  bromheksin: bisolvon | tablet 8 mg; sirup 4 mg/5 ml
  asetilsistein: fluimucil, n acetylcysteine | kapsul 200 mg; tablet effervescent 600 mg
  erdostein: vectrine | kapsul 300 mg; sirup kering 175 mg/5 ml
  karbosistein: carbocisteine
  gliseril guaiakolat: guaifenesin, guaifenesina, gg | tablet 100 mg
  salbutamol: ventolin, albuterol | tablet 2 mg, 4 mg; sirup 2 mg/5 ml; inhaler 100 mcg/dosis; cairan inhalasi 2,5 mg/2,5 ml
  salbutamol + ipratropium: combivent | cairan inhalasi 2,5 mg/0,5 mg per 2,5 ml
  terbutalin: bricasma | tablet 2,5 mg; cairan inhalasi 2,5 mg/ml; injeksi 0,5 mg/ml
  prokaterol: meptin | tablet 25 mcg, 50 mcg; sirup 25 mcg/5 ml
  fenoterol: berotec | inhaler 100 mcg/dosis
  ipratropium: atrovent | inhaler 20 mcg/dosis
  formoterol
  tiotropium: spiriva | serbuk inhalasi 18 mcg
  teofilin | tablet 150 mg
  aminofilin | tablet 200 mg; injeksi 24 mg/ml
  montelukast: singulair | tablet 10 mg; tablet kunyah 4 mg, 5 mg
  pseudoefedrin
  fenilefrin
  oksimetazolin: afrin, iliadin | semprot hidung 0,05%; tetes hidung 0,025%
  amitriptilin | tablet 25 mg
  fluoksetin: prozac | kapsul 10 mg, 20 mg
  sertralin: zoloft | tablet 50 mg
  esitalopram | tablet 10 mg, 20 mg
  haloperidol | tablet 0,5 mg, 1,5 mg, 5 mg; injeksi 5 mg/ml
  risperidon | tablet 1 mg, 2 mg, 3 mg
  olanzapin | tablet 5 mg, 10 mg
  kuetiapin: quetiapine, seroquel | tablet 25 mg, 100 mg, 200 mg
  aripiprazol | tablet 5 mg, 10 mg, 15 mg
  klozapin | tablet 25 mg, 100 mg
  klorpromazin | tablet 25 mg, 100 mg
  litium karbonat: lithium | tablet 200 mg, 400 mg
  karbamazepin: tegretol | tablet 200 mg; sirup 100 mg/5 ml
  fenitoin: dilantin | kapsul 100 mg; injeksi 50 mg/ml
  asam valproat: valproic acid, natrium valproat, sodium valproate, divalproex, depakote, depakene | tablet salut enterik 250 mg; tablet lepas lambat 250 mg, 500 mg; sirup 250 mg/5 ml
  gabapentin | kapsul 100 mg, 300 mg
  pregabalin: lyrica | kapsul 75 mg, 150 mg
  levetirasetam: keppra | tablet 250 mg, 500 mg
  topiramat: topamax | tablet 25 mg, 50 mg, 100 mg
  triheksifenidil | tablet 2 mg
  levodopa + benserazid: madopar | tablet 100 mg/25 mg
  flunarizin | tablet 5 mg, 10 mg
  betahistin: merislon, betaserc | tablet 6 mg, 24 mg
  sumatriptan
  ergotamin + kafein: cafergot
  eperison: myonal | tablet 50 mg
  tizanidin | tablet 2 mg, 4 mg
  diazoksid
  levotiroksin: euthyrox, thyrax | tablet 50 mcg, 100 mcg
  propiltiourasil: ptu | tablet 100 mg
  tiamazol: methimazole, thyrozol | tablet 5 mg, 10 mg
  asam traneksamat: tranexamic acid, kalnex | tablet 500 mg; injeksi 50 mg/ml, 100 mg/ml
  fitomenadion: phytonadione, vitamin k, vitamin k 1 | tablet 10 mg; injeksi 2 mg/ml, 10 mg/ml
  asam folat: folic acid | tablet 0,4 mg, 1 mg, 5 mg
  asam askorbat: vitamin c, ascorbic acid | tablet 50 mg, 250 mg
  tiamin: vitamin b 1 | tablet 50 mg; injeksi 100 mg/ml
  riboflavin: vitamin b 2
  piridoksin: vitamin b 6 | tablet 10 mg, 25 mg
  sianokobalamin: vitamin b 12 | tablet 50 mcg; injeksi 500 mcg/ml
  mekobalamin: mecobalamin, methylcobalamin | kapsul 500 mcg; injeksi 500 mcg/ml
  kolekalsiferol: vitamin d 3, vitamin d | tablet 1.000 IU, 5.000 IU
  kalsitriol | kapsul 0,25 mcg, 0,5 mcg
  retinol: vitamin a | kapsul 100.000 IU, 200.000 IU
  tokoferol: vitamin e
  ferro sulfat: ferrous sulfate, besi sulfat | tablet 300 mg
  ferro fumarat: ferrous fumarate
  kalsium karbonat: calcium carbonate | tablet 500 mg
  kalsium laktat: calcium lactate | tablet 500 mg
  kalium klorida: potassium chloride | tablet lepas lambat 600 mg
  natrium bikarbonat: sodium bicarbonate | tablet 500 mg
  misoprostol: cytotec | tablet 200 mcg
  metilergometrin: methylergometrine | tablet 0,125 mg; injeksi 0,2 mg/ml
  oksitosin | injeksi 10 IU/ml
  levonorgestrel | tablet 0,75 mg, 1,5 mg
  etinilestradiol + levonorgestrel: microgynon | tablet 30 mcg/150 mcg
  medroksiprogesteron: depo provera | tablet 5 mg, 10 mg; injeksi 150 mg/ml
  noretisteron: primolut n | tablet 5 mg
  progesteron: utrogestan | kapsul 100 mg, 200 mg
  klomifen | tablet 50 mg
  sildenafil: viagra | tablet 50 mg, 100 mg
  finasterid | tablet 5 mg
  tamsulosin | tablet lepas lambat 0,4 mg
  solifenasin | tablet 5 mg
  timolol | tetes mata 0,25%, 0,5%
  latanoprost | tetes mata 0,005%
  pilokarpin | tetes mata 2%
  asetazolamid | tablet 250 mg
  kalamin: calamine | losio
  asam salisilat: salicylic acid | serbuk tabur 2%; salep 2%
  benzoil peroksida: benzoyl peroxide | gel 2,5%, 5%
  tretinoin | krim 0,025%, 0,05%, 0,1%
  isotretinoin | kapsul 10 mg, 20 mg
  asam azelat: azelaic acid | krim 20%
  povidon iodin: betadine, iodium, yodium | larutan 10%; obat kumur 1%
  klorheksidin | obat kumur 0,2%
  lidokain | injeksi 2%; gel 2%
  bupivakain | injeksi 0,5%
  epinefrin: adrenalin | injeksi 1 mg/ml
  atropin | injeksi 0,25 mg/ml; tetes mata 1%
  metotreksat: methotrexate | tablet 2,5 mg
  azatioprin | tablet 50 mg
  siklosporin | kapsul 25 mg, 100 mg
  tamoksifen | tablet 10 mg, 20 mg
  letrozol | tablet 2,5 mg
  rifampisin + isoniazid: 2fdc | tablet 75 mg/50 mg, 150 mg/75 mg, 150 mg/150 mg
  rifampisin + isoniazid + pirazinamid: 3fdc | tablet 75 mg/50 mg/150 mg
  rifampisin + isoniazid + pirazinamid + etambutol: 4fdc | tablet 150 mg/75 mg/400 mg/275 mg
  artesunat | serbuk injeksi 60 mg
  pirimetamin | tablet 25 mg
  dapson | tablet 100 mg
  klofazimin: lamprene | kapsul 100 mg
  tinidazol: fasigyn | tablet 500 mg
  insulin reguler: insulin manusia, actrapid, humulin r | injeksi 100 IU/ml
  insulin isofan: insulin nph, insulatard, humulin n | injeksi 100 IU/ml
  sakubitril + valsartan: entresto | tablet 50 mg, 100 mg, 200 mg
  amlodipin + valsartan: exforge | tablet 5 mg/80 mg, 5 mg/160 mg, 10 mg/160 mg
  apiksaban: eliquis | tablet 2,5 mg, 5 mg
  dabigatran: pradaxa | kapsul 75 mg, 110 mg, 150 mg
  nebivolol: nebilet | tablet 5 mg
  ivabradin: coralan | tablet 5 mg
  doksazosin: cardura | tablet 1 mg, 2 mg
  terazosin: hytrin | tablet 1 mg, 2 mg
  trimetazidin | tablet lepas lambat 35 mg
  ezetimib: ezetrol | tablet 10 mg
  natrium klorida: nacl, sodium chloride | infus 0,9%
  ringer laktat | infus
  glukosa: dekstrosa, dextrose | infus 5%, 10%; injeksi 40%
  magnesium sulfat: magnesium sulfate, mgso4 | injeksi 20%, 40%
  kalsium glukonat: calcium gluconate | injeksi 10%
  karbogliserin | tetes telinga 10%
  gliserol: gliserin | supositoria
  asam salisilat + belerang: salep 2 4 | salep 2%/4%
  urea | krim 10%
  hidrokuinon: hydroquinone | krim 2%, 4%
  desonid | krim 0,05%
  fluosinolon: fluocinolone acetonide | krim 0,025%
  diflukortolon: nerisona | krim 0,1%
  takrolimus: protopic | salep 0,03%, 0,1%
  gentian violet: metilrosanilinium | larutan 1%
  hidrogen peroksida: perhidrol | larutan 3%
  natrium kromoglikat: cromoglicate | tetes mata 2%
  olopatadin | tetes mata 0,1%
  tetrakain: pantocain | tetes mata 0,5%
  xilometazolin: otrivin | semprot hidung 0,1%; tetes hidung 0,05%
  ketotifen: zaditen | tablet 1 mg; sirup 1 mg/5 ml
  rupatadin | tablet 10 mg
  bilastin | tablet 20 mg
  ebastin | tablet 10 mg
  pseudoefedrin + triprolidin: actifed, tremenza, trifed | tablet 60 mg/2,5 mg; sirup 30 mg/1,25 mg per 5 ml
  levodropropizin: levopront | sirup 30 mg/5 ml
  mebeverin: duspatalin | tablet 135 mg
  smektit: smecta | serbuk 3 g
  karbon aktif: arang aktif, norit | tablet
  pirasetam: nootropil | kapsul 400 mg; tablet 800 mg, 1.200 mg
  sitikolin | tablet 500 mg
  venlafaksin: efexor | kapsul lepas lambat 75 mg
  duloksetin: cymbalta | kapsul 30 mg, 60 mg
  mirtazapin | tablet 30 mg
  trifluoperazin: stelazine | tablet 5 mg
  flufenazin: sikzonoate | injeksi 25 mg/ml
  donepezil: aricept | tablet 5 mg, 10 mg
  piridostigmin: mestinon | tablet 60 mg
  baklofen: lioresal | tablet 10 mg
  nalokson | injeksi 0,4 mg/ml
  asam alendronat: alendronat, fosamax | tablet 10 mg, 70 mg
  asam risedronat: risedronat | tablet 35 mg
  desmopresin: minirin | tablet 0,1 mg
  karbimazol: neo mercazole | tablet 5 mg
  bromokriptin: parlodel | tablet 2,5 mg
  kabergolin: dostinex | tablet 0,5 mg
  estradiol valerat: progynova | tablet 1 mg, 2 mg
  didrogesteron: duphaston | tablet 10 mg
  drospirenon + etinilestradiol: yasmin | tablet 3 mg/30 mcg
  siproteron + etinilestradiol: diane 35 | tablet 2 mg/35 mcg
  etonogestrel: implanon | implan 68 mg
  ferro fumarat + asam folat: tablet tambah darah, ttd | tablet 60 mg/0,4 mg
  vitamin b kompleks: vitamin b complex | tablet
  diosmin + hesperidin: ardium, daflon | tablet 450 mg/50 mg
  benzidamin: tantum verde | obat kumur 0,15%
  heksetidin: hexadol | obat kumur 0,1%
  flavoksat: urispas | tablet 200 mg
  fenazopiridin: urogetix | tablet 100 mg
  asam pipemidat: urotractin | kapsul 400 mg
  dutasterid: avodart | kapsul 0,5 mg
`

export interface Obat {
  /** As it is shown: the substances, in Indonesian. */
  readonly nama: string
  readonly zat: readonly string[]
  readonly kelas: KelasObat | null
  readonly namaLain: readonly string[]
  /** Missing in lists that were loaded before there was such a column. */
  readonly sediaan?: readonly Sediaan[]
}

const GROUPS: readonly (readonly [KelasObat | null, string])[] = [
  ['penisilin', PENISILIN],
  ['sefalosporin', SEFALOSPORIN],
  ['sulfa', SULFA],
  ['nsaid', NSAID],
  [null, LAINNYA],
]

/** A row of such a list. */
function readRow(row: string, kelas: KelasObat | null): Obat {
  const [names = '', sediaan = ''] = row.split(' | ')
  const [nama = '', others = ''] = names.split(':').map((part) => part.trim())
  const namaLain = others.split(',').map((one) => one.trim())
  return { nama, zat: nama.split(' + '), kelas, namaLain: namaLain.filter(Boolean), sediaan: sediaan === '' ? [] : readSediaan(sediaan) }
}

export const DAFTAR_OBAT: readonly Obat[] = GROUPS.flatMap(([kelas, rows]) =>
  rows
    .trim()
    .split(/\s*\n\s*/)
    .map((row) => readRow(row, kelas)),
)
