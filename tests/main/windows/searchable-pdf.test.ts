import { deflateSync, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { mapToLetters, searchablePdf } from '../../../src-main/windows/searchable-pdf.ts';

const map = `1 begincodespacerange
<0000> <FFFF>
endcodespacerange
2 beginbfchar
<0101> <2F0A>
<0102> <3042>
endbfchar
2 beginbfrange
<0200> <0202> <2F00>
<0300> <0305> <4E00>
endbfrange
`;

it('gives letters for radicals, one by one and in rows, and leaves the rest', () => {
  expect(mapToLetters(map)).toBe(`1 begincodespacerange
<0000> <FFFF>
endcodespacerange
2 beginbfchar
<0101> <5165>
<0102> <3042>
endbfchar
1 beginbfrange
<0300> <0305> <4E00>
endbfrange
3 beginbfchar
<0200> <4E00>
<0201> <4E28>
<0202> <4E36>
endbfchar
`);
});

it('gives the letter also where normalisation knows none', () => {
  expect(mapToLetters('1 beginbfchar\n<01> <2ED1>\nendbfchar')).toContain('<01> <9577>');
});

it('keeps a map without radicals to the byte', () => {
  const plain = '1 beginbfrange\n<0300> <0305> <4E00>\nendbfrange';
  expect(mapToLetters(plain)).toBe(plain);
});

/** A small PDF as Chromium writes them, with one map. */
function pdfWith(text: string): Buffer {
  const stream = deflateSync(Buffer.from(text, 'latin1')).toString('latin1');
  const objects = [
    '1 0 obj\n<</Type /Catalog>>\nendobj\n',
    '2 0 obj\n<</Type /Font\n/ToUnicode 3 0 R>>\nendobj\n',
    `3 0 obj\n<</Filter /FlateDecode\n/Length ${stream.length}>> stream\n${stream}\nendstream\nendobj\n`,
  ];
  let pdf = '%PDF-1.4\n';
  const rows = ['0000000000 65535 f \n'];
  for (const object of objects) {
    rows.push(`${String(pdf.length).padStart(10, '0')} 00000 n \n`);
    pdf += object;
  }
  const start = pdf.length;
  pdf += `xref\n0 4\n${rows.join('')}trailer\n<</Size 4\n/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(pdf, 'latin1');
}

it('adds the new map behind the file, which stays as it was, with a table that names it', () => {
  const before = pdfWith(map);
  const after = Buffer.from(searchablePdf(before));
  expect(after.subarray(0, before.length).equals(before)).toBe(true);
  const text = after.toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const [, id, at] = /^xref\n(\d+) 1\n(\d{10}) 00000 n \ntrailer\n/.exec(text.slice(start)) ?? [];
  expect(id).toBe('3');
  const [, data = ''] =
    /^3 0 obj[\s\S]*?stream\n([\s\S]*)\nendstream/.exec(text.slice(Number(at))) ?? [];
  expect(inflateSync(Buffer.from(data, 'latin1')).toString('latin1')).toBe(mapToLetters(map));
  expect(text.slice(start)).toContain('/Root 1 0 R');
  expect(text.slice(start)).toContain(`/Prev ${before.toString('latin1').indexOf('xref\n0 4')}`);
});

it('leaves a file without radicals, and one that is built otherwise, as it is', () => {
  const plain = pdfWith('1 beginbfchar\n<01> <3042>\nendbfchar');
  expect(searchablePdf(plain)).toBe(plain);
  const other = Buffer.from('%PDF-1.7\nstartxref\n5\n%%EOF\n');
  expect(searchablePdf(other)).toBe(other);
});
