"""What Redis does as a whole or not at all, in its own language: Lua."""

from typing import Final

# Every script begins so. ARGV: now, when the room ends if it is used now.
USE: Final = """
local now, ends = ARGV[1], ARGV[2]
local room, votes, phones = KEYS[1], KEYS[2], KEYS[3]
local function use()
  for _, key in ipairs(KEYS) do redis.call('PEXPIREAT', key, ends) end
  redis.call('ZADD', 'rooms', ends, room)
end
local function join(phone, most)
  if redis.call('SISMEMBER', phones, phone) == 1 then return true end
  if redis.call('SCARD', phones) >= tonumber(most) then return false end
  redis.call('SADD', phones, phone)
  redis.call('PEXPIRE', phones, redis.call('PTTL', room))
  return true
end
"""
OPEN: Final = """
redis.call('ZREMRANGEBYSCORE', 'rooms', '-inf', now)
local known = redis.call('HGET', room, 'room')
if known then return known end
if redis.call('ZCARD', 'rooms') >= tonumber(ARGV[3]) then return 'full' end
redis.call('HSET', room, 'room', ARGV[4], 'takes', ARGV[5])
use()
return ARGV[4]
"""
CHANGE: Final = """
local known = redis.call('HGET', room, 'room')
if not known then return 'gone' end
if known ~= ARGV[3] then return 'lost' end
redis.call('HSET', room, 'room', ARGV[4], 'takes', ARGV[5])
use()
return 'done'
"""
JOIN: Final = """
if redis.call('EXISTS', room) == 0 then return 'gone' end
return join(ARGV[3], ARGV[4]) and 'done' or 'full'
"""
VOTE: Final = """
local slot, phone, vote = ARGV[3], ARGV[4], ARGV[5]
local takes = redis.call('HGET', room, 'takes')
if not takes then return 'gone' end
if slot == '' or takes ~= slot then return 'closed' end
if not join(phone, ARGV[6]) then return 'full' end
local own = slot .. ' ' .. phone
if redis.call('HEXISTS', votes, own) == 0 then
  if redis.call('HLEN', votes) >= tonumber(ARGV[7]) then return 'full' end
  redis.call('HINCRBY', room, slot, 1)
end
redis.call('HSET', votes, own, vote)
use()
return 'done'
"""
SCRIPTS: Final = {
    name: USE + code
    for name, code in (("open", OPEN), ("change", CHANGE), ("join", JOIN), ("vote", VOTE))
}
