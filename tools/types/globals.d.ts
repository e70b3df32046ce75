// What the vendored libraries leave behind, and what browsers have that no standard names yet.
declare var Fraction: new (...parts: (string | bigint)[]) => import("../../static/answers/numbers.js").Exact;
declare var Mustache: { render: Function, escape: (value: unknown) => string, templateCache: unknown };
