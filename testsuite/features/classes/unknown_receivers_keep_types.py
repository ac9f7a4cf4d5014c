"""What code that isn't known can't name keeps its types; and what it passes by name is known."""
# RUN: %aiocc translate %s --emit=cpp | FileCheck %s
# CHECK-LABEL: struct Account : Instance {
# CHECK: Str owner;
# CHECK-NEXT: Int balance;
# CHECK-NEXT: Object limit;
# CHECK: Result<Int> deposit(Ref<Account> self, Int amount);
# CHECK-LABEL: Result<void> main() {
# CHECK: {{collections::Defaultdict<Str, List<Object>>}} by_owner{};
from collections import UserList, defaultdict


class Account:
    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance
        self.limit = 0

    def deposit(self, amount):
        if amount < 0:
            raise ValueError(amount)
        self.balance += amount
        return self.balance


def main():
    by_owner = defaultdict(list)
    for owner, balance in (("ada", 10), ("bob", 20), ("ada", 5)):
        by_owner[owner].append(Account(owner, balance))
    print({owner: sum(each.balance for each in accounts) for owner, accounts in by_owner.items()})
    for account in UserList(by_owner["ada"]):
        account.limit = "none"
        print(account.deposit(1), account.deposit(amount=2), account.limit, account.owner)
    try:
        account.deposit(-1)
    except ValueError as error:
        print(error)


main()
