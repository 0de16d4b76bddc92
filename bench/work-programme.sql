-- The reference job as one statement. Tables that it reads:
--   ev(p integer, t utinyint, d integer)   t: 0 start, 1 job begins, 2 first day not worked, 3 meeting
--   part(p integer, g utinyint)            the group of each participant
--   price(g, job, sus, susmax, need)       pence, days and blocks of each group
-- A job that still runs counts up to, not including, day start + 730 + 365. Spans are half-open: a job outcome and
-- a sustainment are dated on the day after the last day they need.
create or replace temp table outp as
with st as (select p, d as start from ev where t = 0),
att as (select p, 0 as fee, start as d,
               case when start < 365 then 40000 when start < 730 then 30000 when start < 1095 then 20000 else 0 end as amt
        from st),
mt as (select p, 1 as fee, d, 5000 as amt
       from (select p, d, row_number() over (partition by p order by d) rn from ev where t = 3) where rn <= 12),
js as (select p, t, d, lead(d) over w as nd, lead(t) over w as nt
       from ev where t in (1, 2) window w as (partition by p order by d, case t when 2 then 0 else 1 end)),
sp as (select js.p, js.d as a, case when nt = 2 then nd else start + 730 + 365 end as b, start + 730 as cap
       from js join st using (p) where t = 1),
cu as (select sp.*, pr.*,
              coalesce(sum(b - a) over (partition by sp.p order by a rows between unbounded preceding and 1 preceding), 0) as cum
       from sp join part using (p) join price pr using (g)),
hit as (select p, g, job, sus, susmax, need, a, b, cum, a + (need - cum) as hitday
        from cu where cum < need and cum + (b - a) >= need and a + (need - cum) <= cap),
jobp as (select p, 2 as fee, hitday as d, job as amt from hit),
susd as (select c.p, h.sus, c.a, c.b, c.cum, h.need,
                unnest(range(greatest(1, ((greatest(c.cum, h.need) - h.need) // 28) + 1)::bigint,
                             (least(h.susmax, (c.cum + (c.b - c.a) - h.need) // 28) + 1)::bigint)) as k
         from cu c join hit h on c.p = h.p and c.a >= h.a),
susp as (select p, 3 as fee, a + (need + k * 28 - cum) as d, sus as amt from susd)
select * from att where amt > 0
union all select * from mt
union all select * from jobp
union all select * from susp;
