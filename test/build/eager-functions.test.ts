import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { eagerFunctions } from "../../scripts/build/eager-functions.mjs";

const all = (): boolean => true;
const none = (): boolean => false;

it("puts function expressions in parentheses, and leaves those that need not be eager", () => {
  const code = "var a=function(){},b=function(){};";
  const start = code.indexOf("function");
  expect(eagerFunctions(code, (from) => from === start)).toBe("var a=(function(){}),b=function(){};");
  expect(eagerFunctions(code, none)).toBe(code);
});

it("sets declared functions before anything runs, behind directives", () => {
  expect(eagerFunctions('"use strict";a();function a(b){return b}', all)).toBe(
    '"use strict";;var a=(function(b){return b});a();;',
  );
});

it("makes arrow functions ordinary ones", () => {
  expect(eagerFunctions("f(a=>a+1)", all)).toBe("f((function(a){return a+1}))");
  expect(eagerFunctions("f(async(a,b)=>{g()})", all)).toBe("f((async function(a,b){g()}))");
});

it("keeps to the last declaration of a name", () => {
  const code = "function f(){return 1}function f(){return 2}f()";
  for (const only of [0, code.lastIndexOf("function")])
    expect(runInNewContext(eagerFunctions(code, (start) => start === only))).toBe(2);
});

/** Scripts whose last value tells what they do. */
const scripts = [
  ["a declaration that is called above it, and calls itself", "f(3);function f(n){return n?n+f(n-1):0}"],
  ["a declaration in a declaration", "function f(){return g();function g(){return 7}}f()"],
  ["a declaration that is declared again", "function f(){return 1}function f(){return 2}f()"],
  ["a declaration between others that it separates", "var g=5\nfunction f(){}\n[0]\n;g"],
  ["an arrow function with `eval`", "({m(){return(()=>eval('this.v'))()},v:5}).m()"],
  ["a declaration that is assigned to in itself", "function f(){f=()=>2;return 1}[f(),f()].join()"],
  ["a declaration in a block", "{function f(){return 3}}f()"],
  ["a generator", "function*g(){yield 1;yield 2}[...g()].join()"],
  ["the names of functions", "const a=()=>1;function b(){}[a.name,b.name].join()"],
  ["an arrow function with `this`", "({a:2,b(){return[1].map(()=>this.a)[0]}}).b()"],
  ["`this` in an arrow function in an arrow function", "({a:2,b(){return(()=>(()=>this.a)())()}}).b()"],
  ["an arrow function with `arguments`", "(function(){return(()=>arguments[0])()})(4)"],
  ["an arrow function with `new.target`", "new function(){this.a=(()=>new.target!==undefined)()}().a"],
  [
    "an arrow function with `super`",
    "class A{a(){return 5}}class B extends A{a(){return(()=>super.a())()}}new B().a()",
  ],
  ["an ordinary function with `this` in an arrow function", "(()=>function(){return this.a})().call({a:6})"],
  ["arrow functions that give objects and sequences", "JSON.stringify([(()=>({a:1}))(),(()=>(1,2))()])"],
  ["patterns and defaults", "(({a,b:[c]=[2]},d=(()=>c)(),...e)=>[a,c,d,e.length].join())({a:1},undefined,3)"],
  [
    "methods, getters, setters and computed keys",
    "const k=()=>'z',o={a(){return 1},get b(){return 2},set c(v){this.d=v},[k()](){return 3}};o.c=4;[o.a(),o.b,o.d,o.z()].join()",
  ],
  [
    "classes with fields and private methods",
    "class A{#a=()=>this.b;b=1;static c=()=>2;#d(){return[3].map(x=>x)[0]}e(){return this.#a()+A.c()+this.#d()}}new A().e()",
  ],
  ["properties in short", "const a=1;(({a})=>({a}).a)({a})"],
  ["templates", "const a=2;`%{[1].map(b=>`%{a+b}`)}`".replaceAll("%", "$")],
  [
    "a directive in a function",
    "function f(){'use strict';return g();function g(){return this===undefined}}f()",
  ],
] as const;

it.each(scripts)("keeps what a script does: %s", (_, code) => {
  const value: unknown = runInNewContext(code);
  expect(value).toBeDefined();
  expect(runInNewContext(eagerFunctions(code, all))).toEqual(value);
});
