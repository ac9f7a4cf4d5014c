# An uncaught exception: the traceback with its carets, and exit code 1.
class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"only {self.balance} left, not {amount}")
        self.balance -= amount
        return self.balance


def spend(account, amounts):
    return [account.withdraw(amount) for amount in amounts]


print(spend(Account(100), [10, 20]))
print(spend(Account(50), [30, 30]))
