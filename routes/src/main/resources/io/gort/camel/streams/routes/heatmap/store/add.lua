-- Counts entries of which each is new and in time for all intervals, which is the rule; where one is not, nothing is done and
-- nothing given, and apply.lua is to look at them one by one. The entries come in the order of their timestamps and their
-- amounts are added up already: what is left to do is a few commands for each bucket.
-- KEYS: head, then for each bucket two: its set of entries that were counted, its volumes
-- ARGV: when the first of the entries was added, the largest timestamp, the price then, number of entries, their
--   identities; for each interval: milliseconds of a bucket, buckets of a window, milliseconds after which an entry is too
--   old, milliseconds for which a bucket is kept, the oldest bucket's number, how many buckets; and for each of these: its first
--   and its last entry, number of amounts, and for each amount: field, micro-USD, field of the level's time, time
local head = KEYS[1]
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)

-- so many arguments a command may have here
local CHUNK = 1000
-- far enough from the largest integer that another amount surely fits
local ROOM = 8e18

local added, timestamp, price = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]
local entries = tonumber(ARGV[4])
local identities = 4
local at = identities + entries + 1
local state = redis.call('HMGET', head, 'clock', 'price')
local before = tonumber(state[1] or '-1')
local clock = math.max(before, timestamp)

local function number()
  at = at + 1
  return tonumber(ARGV[at - 1])
end

-- Calls a command with a part of the arguments, piece by piece.
local function each(first, last, call)
  for from = first, last, CHUNK do
    call(from, math.min(from + CHUNK - 1, last))
  end
end

local function isNew(bucket)
  local new = true
  each(bucket.first, bucket.last, function(from, to)
    for _, answer in ipairs(redis.call('SMISMEMBER', bucket.entries, unpack(ARGV, from, to))) do
      new = new and answer == 0
    end
  end)
  return new
end

local buckets, longest, intervals = {}, 0, 0
while at <= #ARGV do
  local millis, count, limit, keep, oldest, size = number(), number(), number(), number(), number(), number()
  intervals = intervals + 1
  longest = math.max(longest, keep)
  if now - added > limit or oldest < math.floor(clock / millis) - count + 1 then
    return nil
  end
  for _ = 1, size do
    local key = 2 * (#buckets + 1)
    local bucket = { entries = KEYS[key], volumes = KEYS[key + 1], keep = keep }
    bucket.first, bucket.last, bucket.amounts = identities + number(), identities + number(), number()
    bucket.at = at
    at = at + 4 * bucket.amounts
    buckets[#buckets + 1] = bucket
    if not isNew(bucket) then
      return nil
    end
  end
end

-- What the levels have, and whether there is room for more.
for _, bucket in ipairs(buckets) do
  bucket.times = {}
  for i = 0, bucket.amounts - 1 do
    local a = bucket.at + 4 * i
    local known = redis.call('HMGET', bucket.volumes, ARGV[a], ARGV[a + 2])
    if tonumber(known[1] or '0') + tonumber(ARGV[a + 1]) > ROOM then
      return nil
    end
    bucket.times[i] = tonumber(known[2] or '-1')
  end
end

for _, bucket in ipairs(buckets) do
  each(bucket.first, bucket.last, function(from, to)
    redis.call('SADD', bucket.entries, unpack(ARGV, from, to))
  end)
  local newest = {}
  for i = 0, bucket.amounts - 1 do
    local a = bucket.at + 4 * i
    redis.call('HINCRBY', bucket.volumes, ARGV[a], ARGV[a + 1])
    local level, moment = ARGV[a + 2], tonumber(ARGV[a + 3])
    if moment > math.max(bucket.times[i], newest[level] or -1) then
      newest[level] = moment
      redis.call('HSET', bucket.volumes, level, ARGV[a + 3])
    end
  end
  redis.call('PEXPIREAT', bucket.entries, now + bucket.keep)
  redis.call('PEXPIREAT', bucket.volumes, now + bucket.keep)
end

-- The price of several entries with the clock's timestamp is the highest, whatever their order.
local higher = tonumber(price) - tonumber(state[2] or '0')
if timestamp > before or (timestamp == before and (higher > 0 or (higher == 0 and price > state[2]))) then
  redis.call('HSET', head, 'clock', ARGV[2], 'price', price)
end
redis.call('HINCRBY', head, 'version', 1)
redis.call('PEXPIREAT', head, now + longest)
return { entries * intervals, 0, 0 }
