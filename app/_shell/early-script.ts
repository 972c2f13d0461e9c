/**
 * The few lines that run before everything else (app/layout.tsx): they stop a held form from being sent by the browser itself, unless the page
 * has not woken up after 8 seconds, keep the last button that was pressed until it has (early.ts; as long) and what was typed and chosen (however
 * long), and give libraries that write styles the nonce of this page.
 * A browser below the floor (decisions/120) cannot read our other scripts: these lines, which any can read, show it a plain page instead.
 */
export const EARLY_SCRIPT = `(function(d,w){try{new RegExp('(?<=a)b');[].toSorted()}catch(e){w.location.replace('/peramban.html')}w.__webpack_nonce__=d.currentScript.nonce;d.addEventListener('submit',function(e){var f=e.target;if(!('held'in f.dataset))return;e.preventDefault();if(f.dataset.held==='')setTimeout(function(){if('held'in f.dataset)f.submit()},8000);f.dataset.held='1'},true);var k=w.sapaDini={dengar:function(e){var b=e.target.closest('button');if(b&&b.type==='button'){e.stopImmediatePropagation();k.tombol=b}},isian:new Map,catat:function(e){var f=e.target;k.isian.delete(f);k.isian.set(f,/^(checkbox|radio)$/.test(f.type)?f.checked:f.value)}};w.addEventListener('click',k.dengar,true);w.addEventListener('input',k.catat,true);setTimeout(function(){w.removeEventListener('click',k.dengar,true);delete k.tombol},8000)})(document,window)`
