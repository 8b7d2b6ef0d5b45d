import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { countedLoops } from "../../scripts/build/counted-loops.mjs";

/** Scripts whose last value tells what they do, and which have something to rewrite. */
const scripts = [
  ["a loop", "let s='';for(const a of[1,2,3])s+=a;s"],
  ["a loop without braces in another one", "let s='';for(const a of[1,2])for(const b of'xy')s+=a+b;s"],
  ["a loop over what is no array", "let s='';for(const a of new Set([1,1,2]))s+=a;for(const c of'ab')s+=c;s"],
  ["a loop over a map, taken apart", "let s='';for(const[k,v]of new Map([['a',1],['b',2]]))s+=k+v;s"],
  ["a loop over entries with holes and defaults", "let s='';for(const[,b=7]of[[1,2],[3]])s+=b;s"],
  [
    "a loop with `continue`, `break` and a label",
    "let s='';a:for(const x of[1,2,3])for(const y of[1,2]){if(y===2)continue a;if(x===3)break a;s+=x+''+y+' '}s",
  ],
  ["a loop that adds to the array that it walks", "const l=[1];for(const a of l)if(a<4)l.push(a+1);l.join()"],
  [
    "a loop that adds to the set that it walks",
    "const l=new Set([1]);for(const a of l)if(a<4)l.add(a+1);[...l].join()",
  ],
  [
    "a loop that deletes from the map that it walks",
    "const m=new Map([[1,2],[2,3]]);let s='';for(const[k]of m){s+=k;m.delete(2)}s",
  ],
  ["a loop over an iterator", "let s='';for(const k of new Map([[1,2]]).keys())s+=k;s"],
  [
    "a loop that keeps functions of each item",
    "const f=[];for(const a of[1,2])f.push(()=>a);f.map(g=>g()).join()",
  ],
  ["a loop over objects, taken apart", "let s='';for(const{a,...b}of[{a:1,c:2}])s+=a+JSON.stringify(b);s"],
  ["a loop whose name is assigned to", "let s=0;for(let a of[1,2]){a*=2;s+=a}s"],
  ["a loop in a function that returns out of it", "(l=>{for(const a of l)if(a>1)return a})([1,2,3])"],
  ["a declaration", "const[a,,b=3,c]=[1,2];[a,b,c].join()"],
  ["several in one declaration", "let x=1,[a,b]='xy',{c}={c:2};[x,a,b,c].join()"],
  ["a declaration of what is no array", "const[a,b]=new Map([['k',1],['l',2]]);[a,b].join()"],
  ["a default that is null or undefined", "const[a=1,b=2,c=3]=[undefined,null,0];JSON.stringify([a,b,c])"],
  ["a declaration with a rest, which stays", "const[a,...b]=[1,2,3];[a,b.length].join()"],
  ["a nested declaration, which stays", "const[[a],{b}]=[[1],{b:2}];[a,b].join()"],
  ["a loop's own declaration", "let s='';for(let[a,b]=[0,3];a<b;a++)s+=a;s"],
  ["parameters", "[[1,2],[3]].map(([a,b=9])=>a+b).join()"],
  ["parameters of a function with a body", "(function([a,b],c){const d=a+b;return d+c})([1,2],3)"],
  [
    "parameters of a method and of an arrow function that gives an object",
    "JSON.stringify(({m([a]){return[[1]].map(([b])=>({a,b}))}}).m([5]))",
  ],
  ["parameters of an async function", "let s='';(async([a])=>{s+=a})([4]);s"],
  [
    "a spread in the middle, at the start and alone",
    "const l=[2,3];JSON.stringify([[1,...l,4],[...l,4],[...l],[...l,...l]])",
  ],
  ["a spread of what is no array", "JSON.stringify([...'ab',...new Set([1]),...new Map([[2,3]]).values()])"],
  ["a spread of arrays in arrays", "JSON.stringify([[1],...[[2]],[...[3]]])"],
  ["a list with a gap and a spread", "JSON.stringify([,...[1]])"],
  ["a copy, which is another one", "const l=[1],m=[...l];m.push(2);l.length+m.length"],
  ["a spread of a call", "const f=()=>[1,2];Math.max(...[...f(),3])"],
  [
    "sequences in parentheses",
    "let s='';const f=()=>s+='f',l=[1];for(const a of(f(),[1,2]))s+=a;const[b]=(f(),l);JSON.stringify([s,b,[(f(),1),...l],[...(f(),l)]])",
  ],
  ["a sequence as a default", "(([a=(1,2)])=>a)([])"],
  [
    "parameters whose defaults see each other",
    "var a='outer';[(([a],b=a)=>b)(['inner']),(([a],{b=a})=>b)(['inner'],{})].join()",
  ],
  [
    "a spread of what a later item changes",
    "const l=[1,2];JSON.stringify([[...l,l.pop()],[...l,...l.splice(0)]])",
  ],
  ["names with `$`", "const $=[1],$$=[2],$0=[3];[...$,...$$,...$0].join()"],
] as const;

describe("keeps what a script does", () => {
  it.each(scripts)("%s", (_, code) => {
    const value: unknown = runInNewContext(code);
    expect(value).toBeDefined();
    expect(runInNewContext(countedLoops(code))).toEqual(value);
  });
});

it("leaves no iterator where arrays are walked, taken apart or joined", () => {
  const broken = "Array.prototype[Symbol.iterator]=()=>{throw new Error('an iterator')};";
  const code =
    "const l=[[1,2],[3,4]];let s='';for(const[a,b=0]of l)s+=a+b;const[[c],d]=[l[0],l];[...l,...l].map(([x])=>x).join()+s";
  const plain = code.replace("const[[c],d]=[l[0],l];", "");
  expect(() => runInNewContext(broken + plain)).toThrow("an iterator");
  expect(runInNewContext(broken + countedLoops(plain))).toBe("1,3,1,337");
});

it("adds nothing where there is nothing to rewrite", () => {
  for (const code of ["f(a);", "for(const a in b)c(a);", "[a,b]", "const{a}=b;", "f(...a)"])
    expect(countedLoops(code)).toBe(code);
});

it("refuses to spread arrays of holes, which a copy would keep", () => {
  for (const code of ["[...Array(3)]", "[1,...new Array(n)]"])
    expect(() => countedLoops(code)).toThrow("an array of holes");
});

it("refuses generators, which must not be walked to their end at once", () => {
  for (const code of ["function*g(){yield 1}", "({*g(){}})", "const a=function*(){}"])
    expect(() => countedLoops(code)).toThrow("a generator");
  expect(countedLoops("async function*g(){}")).toBe("async function*g(){}");
});
